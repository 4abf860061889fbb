package io.holdfast.eventstore.audit;

import io.holdfast.eventstore.integrity.AuditFile;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.DisagreementException;
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
 * Signs checkpoints of the log. Before signing it follows the block headers from the last checkpoint to the head, so a
 * chain that was broken or rewritten after a checkpoint is not signed again. It also compares the checkpoints of the
 * database with those in the auditor's file, so that no second, different checkpoint of one number is ever signed.
 * Nodes may sign at the same time: only one of them can write a given number.
 */
public final class Checkpointer {

    /** Which key signs the next checkpoint. */
    private enum Turn {
        OURS,
        HANDOVER
    }

    private record Head(long block, Hash hash, long events) {}

    private final SealedBlocks blocks;
    private final MongoCheckpoints checkpoints;
    private final SigningKey key;
    private final @Nullable SigningKey former;
    private final @Nullable AuditFile auditFile;
    private final Clock clock;

    /**
     * @param former the previous key, which introduces this one when it signed the last checkpoint
     * @param auditFile gets every checkpoint, whichever node signed it
     */
    public Checkpointer(
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

    /** The public half of the signing key. */
    VerifyingKey key() {
        return key.verifying();
    }

    /**
     * Signs if the head has moved since the last checkpoint or the key is to be introduced, and if database, auditor's
     * file and log agree on everything signed before.
     *
     * @throws SigningRefusedException when they do not agree, or the last checkpoint was signed by a key that is
     *     neither ours nor hands over to it; nothing is signed
     * @throws IOException when the auditor's file cannot be written; the checkpoint stays in the database
     */
    public void sign() throws IOException {
        try {
            signUnlessRefused();
        } catch (DisagreementException | UnreadableBlockException | BadInputException e) {
            throw new SigningRefusedException(e);
        }
    }

    /** Compares the file before signing: everything in it must already be in the database. */
    private void signUnlessRefused() throws IOException {
        if (auditFile == null) {
            signNext();
            return;
        }
        try (var turn = auditFile.turn(checkpoints.last().isPresent())) {
            turn.compare(after -> checkpoints.between(after, newest()));
            signNext();
            turn.append(checkpoints.between(turn.last(), newest()));
        }
    }

    private long newest() {
        return checkpoints.last().map(Checkpoint::number).orElse(-1L);
    }

    private void signNext() {
        Checkpoint last = checkpoints.last().orElse(null);
        Turn turn = turn(last);
        next(last, head(last), turn).ifPresent(checkpoints::add);
    }

    private Optional<Checkpoint> next(@Nullable Checkpoint last, Head head, Turn turn) {
        boolean moved = last == null ? head.block() >= 0 : head.block() > last.block();
        long number = last == null ? 0 : last.number() + 1;
        return switch (turn) {
            case OURS -> moved ? Optional.of(signed(key, number, head, null)) : Optional.empty();
            case HANDOVER -> Optional.of(signed(former == null ? key : former, number, head, key.verifying()));
        };
    }

    private Checkpoint signed(SigningKey by, long number, Head head, @Nullable VerifyingKey next) {
        return by.checkpoint(number, head.block(), head.hash(), head.events(), clock.instant(), next);
    }

    private Turn turn(@Nullable Checkpoint last) {
        if (last == null) {
            return Turn.OURS;
        }
        if (!isGenuine(last)) {
            throw new BadInputException(
                    last + " is not signed by our key, " + key.verifying().id() + ", or by a former key"
                            + " that is configured; name the former key so that it can introduce this one");
        }
        if (last.speaksFor(key.verifying())) {
            return Turn.OURS;
        }
        if (former != null && last.speaksFor(former.verifying())) {
            return Turn.HANDOVER;
        }
        throw new BadInputException(last + " hands over to another key than ours, "
                + key.verifying().id());
    }

    private boolean isGenuine(Checkpoint checkpoint) {
        return isSigned(checkpoint, key) || former != null && isSigned(checkpoint, former);
    }

    private static boolean isSigned(Checkpoint checkpoint, SigningKey by) {
        return checkpoint.key().equals(by.verifying().id()) && by.verifying().signed(checkpoint);
    }

    /** Follows the chain from the last signed block, which is checked as well, to the end of the log. */
    private Head head(@Nullable Checkpoint last) {
        Head head = last == null ? new Head(-1, Hash.ZERO, 0) : before(last);
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

    private Head before(Checkpoint last) {
        Hash stored = blocks.hash(last.block())
                .orElseThrow(() -> new UnreadableBlockException(
                        last.block(), "it is missing, but " + last + " signed it: the log was cut off"));
        if (!stored.equals(last.hash())) {
            throw new UnreadableBlockException(
                    last.block(), "it has another hash than the one that " + last + " signed");
        }
        return new Head(last.block(), last.hash(), last.events());
    }
}
