package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement of the state of the log.
 *
 * @param number of the checkpoint, dense from 0
 * @param block the last block it covers
 * @param hash of that block, and through the chain of all before it
 * @param events in the log up to and including that block
 * @param at when it was signed, in whole seconds
 * @param key id of the key that signed
 * @param nextKey the key that signs from now on: its X.509 form in base64; null when the key stays
 * @param signature Ed25519 over {@link #signedBytes}, in base64
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NONE) // the type name belongs to lines of a file, not to the checkpoints within a proof
public record Checkpoint(
        @JsonProperty(required = true) long number,
        @JsonProperty(required = true) long block,
        Hash hash,
        @JsonProperty(required = true) long events,
        Instant at,
        Hash key,
        @Nullable String nextKey,
        String signature)
        implements ExportLine {

    /** @throws IllegalArgumentException when the time has fractions of a second */
    public Checkpoint {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(signature, "signature");
        if (!at.equals(at.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("a checkpoint's time is in whole seconds");
        }
    }

    /** A statement yet to be signed. */
    static Checkpoint unsigned(
            long number, long block, Hash hash, long events, Instant at, Hash key, @Nullable String nextKey) {
        return new Checkpoint(number, block, hash, events, at.truncatedTo(ChronoUnit.SECONDS), key, nextKey, "");
    }

    Checkpoint signed(String by) {
        return new Checkpoint(number, block, hash, events, at, key, nextKey, by);
    }

    /** Eight lines of ASCII text, each ended by a line feed. */
    byte[] signedBytes() {
        String text = """
                holdfast checkpoint 1
                number %d
                block %d
                hash %s
                events %d
                at %s
                key %s
                next %s
                """.formatted(number, block, hash, events, at, key, nextKey == null ? "-" : nextKey);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this key signs the next checkpoint. */
    public boolean speaksFor(VerifyingKey other) {
        return nextKey == null ? key.equals(other.id()) : nextKey.equals(other.base64());
    }

    /** A description for people. */
    @Override
    public String toString() {
        return "checkpoint " + number + " (block " + block + ", " + at + ")";
    }
}
