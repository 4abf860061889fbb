package io.holdfast.eventstore;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.holdfast.eventstore.api.EventProofs;
import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.Proof;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The proofs of events of a log in its database; see {@link EventProofs}. */
final class LogProofs implements EventProofs {

    private final LogArchive archive;
    private final Supplier<@Nullable CheckpointSchedule> signer;

    LogProofs(LogArchive archive, Supplier<@Nullable CheckpointSchedule> signer) {
        this.archive = archive;
        this.signer = signer;
    }

    /** @throws BadInputException when there is no such event, or the data needed to prove it is damaged */
    @Override
    public LoggedEvent of(String eventId) {
        LogBlock block = archive.holding(eventId);
        byte[] json = block.events().get(LogArchive.index(block, eventId)).json();
        CheckpointSchedule signs = signer.get();
        Proof proof = proof(block, eventId, signs).orElse(null);
        return proof == null
                ? new LoggedEvent(json, null, null)
                : new LoggedEvent(json, proof.line(), key(proof, signs));
    }

    private static byte @Nullable [] key(Proof proof, @Nullable CheckpointSchedule signs) {
        return signs != null && signs.key().id().equals(proof.checkpoint().key())
                ? signs.key().pem().getBytes(US_ASCII)
                : null;
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
