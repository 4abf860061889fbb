package io.holdfast.projection.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a projection.
 *
 * @param generation the number of the live generation
 * @param position the position in the log that it has reached; -1 before the first event
 * @param head the position of the last event of the log; -1 if it is empty
 * @param lag how many events it has yet to fold, counted up to {@link LagCounter#LIMIT}
 * @param events how many events it has folded since it was built
 * @param parked how many events are parked until the projection is fixed
 * @param error why it has stopped, or does not work as it should; null if it does
 * @param rebuild null if none is running
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
     * The progress of a rebuild.
     *
     * @param generation the number of the generation being filled
     * @param events how many events it has folded
     * @param percent of the log, by position
     * @param eventsPerSecond on average since it began, over all nodes
     * @param parked how many events it could not fold
     * @param error why it has stopped, or does not work as it should; null if it does
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
