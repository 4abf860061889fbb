package io.holdfast.eventstore.append;

import java.time.Duration;

/** The committer's next step. The protocol returns it; the committer carries it out and reports an {@link Outcome}. */
sealed interface Step {

    /** Nothing to write. */
    record Idle() implements Step {}

    /** Find the last block, starting from this number; answered by HeadFound or ReadFailed. */
    record FindHead(long from) implements Step {}

    /** Insert the block with the strongest write concern of the server; answered by the insert outcomes. */
    record Insert(Draft draft) implements Step {}

    /** Read which block holds the draft's number, majority-committed; answered by BlockFound, BlockMissing or ReadFailed. */
    record ReadBack(Draft draft) implements Step {}

    /** Find the draft's keys and ids in majority-committed blocks; answered by ConflictsFound or ReadFailed. */
    record FindConflicts(Draft draft) implements Step {}

    /** Wait; answered by Paused. */
    record Pause(Duration time, Step then) implements Step {}
}
