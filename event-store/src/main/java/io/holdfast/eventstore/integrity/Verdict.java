package io.holdfast.eventstore.integrity;

import org.jspecify.annotations.Nullable;

/** The result of a verification; {@code toString} is one line for people. */
public sealed interface Verdict {

    /**
     * No damage was found. This is certain up to and including the checkpoint: what follows it could have been
     * rewritten as a whole.
     *
     * @param head hash of the last block
     * @param checkpoint the last one that was checked; null when none was
     * @param uncheckedAggregates whether there were more aggregates than could be tracked
     */
    record Intact(
            long blocks, long events, Hash head, @Nullable Checkpoint checkpoint, boolean uncheckedAggregates)
            implements Verdict {
        @Override
        public String toString() {
            return "intact: %d blocks, %d events, head %s, %s"
                    .formatted(blocks, events, head, checkpoint == null ? "checkpoint none" : checkpoint.toString());
        }
    }

    /**
     * Damage was found.
     *
     * @param block the first bad one
     * @param detail without a full stop
     */
    record Broken(long block, Fault fault, String detail) implements Verdict {
        @Override
        public String toString() {
            return "block %d: %s: %s".formatted(block, fault, detail);
        }
    }
}
