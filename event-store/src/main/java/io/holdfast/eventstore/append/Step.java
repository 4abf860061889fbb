package io.holdfast.eventstore.append;

import java.time.Duration;

/** What the committer does next. The protocol asks for it, the driver carries it out and answers with an {@link Outcome}. */
sealed interface Step {

    /** Nothing to write. */
    record Idle() implements Step {}

    /** Find the last block, which is this one or a later one; answered by HeadFound or ReadFailed. */
    record FindHead(long from) implements Step {}

    /** Insert the block with all the durability the server has; answered by the insert outcomes. */
    record Insert(Draft draft) implements Step {}

    /** Read which block holds the draft's number, majority-committed; answered by BlockFound, BlockMissing or ReadFailed. */
    record ReadBack(Draft draft) implements Step {}

    /** Find the draft's keys and ids in majority-committed blocks; answered by ConflictsFound or ReadFailed. */
    record FindConflicts(Draft draft) implements Step {}

    /** Wait; answered by Paused. */
    record Pause(Duration time, Step then) implements Step {}
}
