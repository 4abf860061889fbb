package io.holdfast.projection.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is.
 *
 * @param generation which filling answers
 * @param position up to where in the log it is true; -1 before the first event
 * @param head where the log ends; -1 when it is empty
 * @param lag how many events it has yet to see, counted up to {@link LagCounter#LIMIT}
 * @param events how many events it has folded in, since it was built
 * @param parked how many events wait for somebody to mend it
 * @param error why it does not go on; null when it does
 * @param rebuild null when none is under way
 */
public record ProjectionStatus(
        String name,
        int generation,
        long position,
        long head,
        long lag,
        long events,
        long parked,
        @Nullable String error,
        @Nullable RebuildProgress rebuild) {

    /**
     * How far a rebuild is.
     *
     * @param generation the one being filled
     * @param events how many events it has folded in
     * @param percent of the log, by position
     * @param eventsPerSecond on average since it began, over all nodes
     * @param parked how many events it could not fold
     * @param error why it does not go on; null when it does
     */
    public record RebuildProgress(
            int generation,
            String startedBy,
            Instant startedAt,
            long position,
            long head,
            long events,
            double percent,
            double eventsPerSecond,
            long parked,
            @Nullable String error) {}
}
