package io.holdfast.eventstore;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What the log tells about itself. */
interface EventLogMetrics {

    EventLogMetrics NONE = new EventLogMetrics() {};

    /** An appender got its answer after this long. */
    default void appended(Duration took, int events) {}

    default void blockStored(int commits, int events, int bytes) {}

    default void conflict() {}

    default void raceLost() {}

    /** The position of the last event that this process knows of. */
    default void head(LongSupplier head) {}
}
