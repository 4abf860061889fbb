package io.holdfast.eventstore.metrics;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Receives measurements of the log. */
public interface EventLogMetrics {

    EventLogMetrics NONE = new EventLogMetrics() {};

    /** An appender got its answer after this time. */
    default void appended(Duration took, int events) {}

    default void blockStored(int commits, int events, int bytes) {}

    default void conflict() {}

    default void raceLost() {}

    /** An attempt to store a block failed, or its outcome is unknown; it will be retried. */
    default void retried() {}

    /** @param refused returns whether signing is refused now */
    default void signing(BooleanSupplier refused) {}

    /**
     * Registers gauges for the end of the log.
     *
     * @param head the position of the last event that this process knows of
     * @param lag how many known blocks the slowest open stream has yet to fetch
     */
    default void tail(LongSupplier head, LongSupplier lag) {}
}
