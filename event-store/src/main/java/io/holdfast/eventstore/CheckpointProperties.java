package io.holdfast.eventstore;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.KeyFile;
import io.holdfast.eventstore.integrity.SigningKey;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the signed checkpoints; each is described in the configuration metadata. */
@ConfigurationProperties("holdfast.event-store.checkpoint")
record CheckpointProperties(
        @Nullable Path keyFile,
        @Nullable String privateKey,
        @Nullable Path formerKeyFile,
        @Nullable String formerPrivateKey,
        @DefaultValue("false") boolean createKey,
        @DefaultValue("1m") Duration interval,
        @Nullable String collection,
        @Nullable Path auditFile) {

    static final String PREFIX = "holdfast.event-store.checkpoint.";

    /** @throws BadInputException when the key is missing or damaged */
    SigningKey key() {
        if (keyFile != null && createKey) {
            return KeyFile.readOrCreate(keyFile);
        }
        SigningKey key = read(keyFile, privateKey, "private-key");
        if (key == null) {
            throw new BadInputException(PREFIX + "key-file or " + PREFIX + "private-key is needed");
        }
        return key;
    }

    /** Null when none is configured. */
    @Nullable SigningKey formerKey() {
        return read(formerKeyFile, formerPrivateKey, "former-private-key");
    }

    private static @Nullable SigningKey read(@Nullable Path file, @Nullable String pem, String property) {
        if (file != null) {
            return SigningKey.read(file);
        }
        return pem == null || pem.isBlank() ? null : SigningKey.decode(pem, PREFIX + property);
    }

    /** Leaves the keys out: they must not end up in logs. */
    @Override
    public String toString() {
        return "CheckpointProperties[every " + interval + "]";
    }
}
