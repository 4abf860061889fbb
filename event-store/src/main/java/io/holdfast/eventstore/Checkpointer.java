package io.holdfast.eventstore;

import io.holdfast.eventstore.integrity.AuditFile;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.UnreadableBlockException;
import io.holdfast.eventstore.integrity.VerifyingKey;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs how the log stands. Before it signs it follows the headers from the last checkpoint to the head, so a chain that was
 * broken or rewritten behind a checkpoint is not signed again. Nodes that sign at the same time do not disturb one another:
 * a checkpoint's number is taken once.
 */
final class Checkpointer {

    /** Who may sign what comes next. */
    private enum Turn {
        OURS,
        HANDOVER,
        OTHERS
    }

    private record Head(long block, Hash hash, long events) {}

    private final SealedBlocks blocks;
    private final MongoCheckpoints checkpoints;
    private final SigningKey key;
    private final @Nullable SigningKey former;
    private final @Nullable AuditFile auditFile;
    private final Clock clock;

    /**
     * @param former the key that introduces this one, where it signed the last checkpoint
     * @param auditFile gets every checkpoint, whichever node signed it
     */
    Checkpointer(
            SealedBlocks blocks,
            MongoCheckpoints checkpoints,
            SigningKey key,
            @Nullable SigningKey former,
            @Nullable AuditFile auditFile,
            Clock clock) {
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.key = key;
        this.former = former;
        this.auditFile = auditFile;
        this.clock = clock;
    }

    /** The public half of the key that it signs with. */
    VerifyingKey key() {
        return key.verifying();
    }

    /**
     * Signs, if the head has moved since the last checkpoint or the key is to be introduced.
     *
     * @throws UnreadableBlockException when the log does not continue what the last checkpoint signed; nothing is signed
     * @throws IllegalStateException when the last checkpoint is of a key that is neither ours nor hands over to it
     * @throws IOException when the auditor's file cannot be written; the checkpoint stays
     */
    void sign() throws IOException {
        Checkpoint last = checkpoints.last().orElse(null);
        Head head = head(last);
        next(last, head).ifPresent(checkpoints::add);
        if (auditFile != null) {
            long newest = checkpoints.last().map(Checkpoint::number).orElse(-1L);
            auditFile.catchUp(after -> checkpoints.between(after, newest));
        }
    }

    private Optional<Checkpoint> next(@Nullable Checkpoint last, Head head) {
        boolean moved = last == null ? head.block() >= 0 : head.block() > last.block();
        long number = last == null ? 0 : last.number() + 1;
        return switch (turn(last)) {
            case OURS -> moved ? Optional.of(signed(key, number, head, null)) : Optional.empty();
            case HANDOVER -> Optional.of(signed(former == null ? key : former, number, head, key.verifying()));
            case OTHERS ->
                throw new IllegalStateException(last + " is signed by another key than ours, "
                        + key.verifying().id() + "; name the former key so that it can introduce this one");
        };
    }

    private Checkpoint signed(SigningKey by, long number, Head head, @Nullable VerifyingKey next) {
        return by.checkpoint(number, head.block(), head.hash(), head.events(), clock.instant(), next);
    }

    private Turn turn(@Nullable Checkpoint last) {
        if (last == null || last.speaksFor(key.verifying())) {
            return Turn.OURS;
        }
        return former != null && last.speaksFor(former.verifying()) ? Turn.HANDOVER : Turn.OTHERS;
    }

    private Head head(@Nullable Checkpoint last) {
        Head head = last == null ? new Head(-1, Hash.ZERO, 0) : new Head(last.block(), last.hash(), last.events());
        for (List<LogHeader> next = blocks.headers(head.block() + 1);
                !next.isEmpty();
                next = blocks.headers(head.block() + 1)) {
            for (LogHeader header : next) {
                if (!header.previousHash().equals(head.hash())) {
                    throw new UnreadableBlockException(
                            header.number(), "it does not continue the log that the last checkpoint signed");
                }
                head = new Head(header.number(), header.hash(), head.events() + header.count());
            }
        }
        return head;
    }
}
