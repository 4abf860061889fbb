package io.holdfast.eventstore;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.Proof;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event by its identifier, as the log has it, for whoever makes up a bundle: under {@code event} as JSON, under {@code proof} the line
 * that proves it, under {@code key} the public key (PEM) that signed, where this node has that. Where no checkpoint covers the event yet,
 * one is made if this node signs; else there is no proof.
 */
final class EventProofs implements Function<String, Map<String, byte[]>> {

    private final LogArchive archive;
    private final Supplier<@Nullable CheckpointSchedule> signer;

    EventProofs(LogArchive archive, Supplier<@Nullable CheckpointSchedule> signer) {
        this.archive = archive;
        this.signer = signer;
    }

    /** @throws BadInputException when there is no such event, or what should prove it is damaged */
    @Override
    public Map<String, byte[]> apply(String eventId) {
        LogBlock block = archive.holding(eventId);
        Map<String, byte[]> parts = new HashMap<>();
        parts.put("event", block.events().get(LogArchive.index(block, eventId)).json());
        CheckpointSchedule signs = signer.get();
        proof(block, eventId, signs).ifPresent(proof -> {
            parts.put("proof", proof.line());
            if (signs != null && signs.key().id().equals(proof.checkpoint().key())) {
                parts.put("key", signs.key().pem().getBytes(US_ASCII));
            }
        });
        return parts;
    }

    private Optional<Proof> proof(LogBlock block, String eventId, @Nullable CheckpointSchedule signs) {
        Optional<Proof> proof = archive.proof(block, eventId);
        if (proof.isPresent() || signs == null) {
            return proof;
        }
        signs.signNow();
        return archive.proof(block, eventId);
    }
}
