package io.holdfast.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A monotonic source of nanoseconds with an arbitrary origin. Only the difference of two readings is meaningful. */
@FunctionalInterface
public interface Ticker {
    /** The ticker of this machine. */
    Ticker SYSTEM = System::nanoTime;

    long nanos();

    /**
     * A clock for libraries that use one to measure elapsed time: it starts a year after the epoch and cannot be set.
     */
    default Clock asClock() {
        return new ElapsedClock(Stopwatch.start(this), ZoneOffset.UTC);
    }

    /** See {@link #asClock}. */
    final class ElapsedClock extends Clock {
        private static final Duration FROM = Duration.ofDays(365); // so that subtracting from it stays positive

        private final Stopwatch sinceStart;
        private final ZoneId zone;

        private ElapsedClock(Stopwatch sinceStart, ZoneId zone) {
            this.sinceStart = sinceStart;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new ElapsedClock(sinceStart, other);
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plus(FROM).plus(sinceStart.elapsed());
        }
    }
}
