package io.holdfast.runtime.connections;

import java.time.Duration;

/**
 * How slow the other side of a connection may be.
 *
 * @param bytesPerSecond on the average of the time that we waited for it
 * @param patience time waited before that is looked at
 */
record Pace(long bytesPerSecond, Duration patience) {
    private static final long SECOND = 1_000_000_000L;

    /** Whether it is too slow with so many bytes in so many nanoseconds of waiting. */
    boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos > patience.toNanos() && bytes < waitedNanos / SECOND * bytesPerSecond;
    }
}
