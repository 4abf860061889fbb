package io.holdfast.query;

import java.time.Instant;

/** The point in a case's history for which its past state is requested. */
public sealed interface AsOf {
    /**
     * After this many events.
     *
     * @param version from 1, as in an ETag
     */
    record Version(long version) implements AsOf {}

    /**
     * At a moment: up to the first event that was decided later.
     *
     * @param at the moment, inclusive
     */
    record Moment(Instant at) implements AsOf {}
}
