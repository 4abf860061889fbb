package io.holdfast.eventstore.integrity;

import io.holdfast.eventstore.integrity.Verdict.Broken;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the checkpoints of one source with the log while its blocks are read. */
final class CheckpointTrail {

    private final Iterator<Checkpoint> source;
    private final KeyRing keys;
    private final Instant asOf;
    private @Nullable Checkpoint due;
    private @Nullable Checkpoint passed;
    private long count;

    /** @param asOf checkpoints signed after this may lie beyond the end of the log */
    CheckpointTrail(Iterator<Checkpoint> source, List<VerifyingKey> keys, Instant asOf) {
        this.source = source;
        this.keys = new KeyRing(keys);
        this.asOf = asOf;
        this.due = take();
    }

    /** The last valid checkpoint; null when there was none. */
    @Nullable Checkpoint passed() {
        return passed;
    }

    /** How many checkpoints were read; all of them once the end was reached. */
    long count() {
        return count;
    }

    private @Nullable Checkpoint take() {
        if (!source.hasNext()) {
            return null;
        }
        count++;
        return source.next();
    }

    /** Compares a block, valid by itself, with the checkpoints that cover it. */
    Optional<Broken> at(long block, Hash hash, long events) {
        while (due != null && due.block() <= block) {
            Optional<Broken> fault = flaw(due).or(() -> difference(due, block, hash, events));
            if (fault.isPresent()) {
                return fault;
            }
            passed = due;
            due = take();
        }
        return Optional.empty();
    }

    /** Checks the remaining checkpoints once the log has ended. */
    Optional<Broken> atEnd(long lastBlock) {
        for (; due != null; due = take()) {
            Optional<Broken> fault = flaw(due);
            if (fault.isPresent()) {
                return fault;
            }
            if (!due.at().isAfter(asOf)) {
                return Optional.of(new Broken(
                        lastBlock + 1,
                        Fault.CUT_OFF,
                        lastBlock < 0
                                ? "the log is empty, but " + due + " is signed"
                                : "the log ends at block " + lastBlock + ", but " + due + " is signed"));
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> flaw(Checkpoint checkpoint) {
        if (passed != null && checkpoint.number() != passed.number() + 1) {
            return broken(checkpoint, "comes after checkpoint " + passed.number());
        }
        if (passed != null && checkpoint.block() < passed.block()) {
            return broken(checkpoint, "is behind checkpoint " + passed.number());
        }
        return keys.refusal(checkpoint).flatMap(refusal -> broken(checkpoint, refusal));
    }

    private Optional<Broken> difference(@Nullable Checkpoint checkpoint, long block, Hash hash, long events) {
        if (checkpoint == null
                || (checkpoint.block() == block && checkpoint.hash().equals(hash))) {
            return checkpoint == null || checkpoint.events() == events
                    ? Optional.empty()
                    : broken(checkpoint, "counts " + checkpoint.events() + " events, there are " + events);
        }
        long first = passed == null ? 0 : passed.block() + 1;
        return Optional.of(new Broken(
                block,
                Fault.REWRITTEN,
                checkpoint + " signed another hash, " + checkpoint.hash() + "; rewritten somewhere from block " + first
                        + " to " + block));
    }

    private static Optional<Broken> broken(Checkpoint checkpoint, String detail) {
        return Optional.of(new Broken(checkpoint.block(), Fault.CHECKPOINT, checkpoint + ": " + detail));
    }
}
