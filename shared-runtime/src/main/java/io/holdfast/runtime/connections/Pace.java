package io.holdfast.runtime.connections;

import java.time.Duration;

/**
 * The slowest acceptable pace of a client.
 *
 * @param bytesPerSecond average over the time that we waited for the client
 * @param patience waiting time before the pace is checked
 */
record Pace(long bytesPerSecond, Duration patience) {
    private static final long SECOND = 1_000_000_000L;

    /** Whether this many bytes in this many nanoseconds of waiting is too slow. */
    boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos > patience.toNanos() && bytes < waitedNanos / SECOND * bytesPerSecond;
    }
}
