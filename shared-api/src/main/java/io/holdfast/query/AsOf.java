package io.holdfast.query;

import java.time.Instant;

/** Up to where the events of a case are counted, when it is asked how the case looked then. */
public sealed interface AsOf {
    /**
     * After so many events.
     *
     * @param version from 1, as in an ETag
     */
    record Version(long version) implements AsOf {}

    /**
     * At a moment: before the first event that was decided later.
     *
     * @param at an event of this very moment had happened
     */
    record Moment(Instant at) implements AsOf {}
}
