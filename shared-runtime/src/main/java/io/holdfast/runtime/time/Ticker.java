package io.holdfast.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Counts nanoseconds from anywhere on; never steps back. Two of its numbers mean something only by their difference. */
@FunctionalInterface
public interface Ticker {
    /** That of this machine. */
    Ticker SYSTEM = System::nanoTime;

    long nanos();

    /** For libraries that measure what has passed by a clock: it begins a year after the epoch, and nobody sets it. */
    default Clock asClock() {
        return new ElapsedClock(Stopwatch.start(this), ZoneOffset.UTC);
    }

    /** See {@link #asClock}. */
    final class ElapsedClock extends Clock {
        private static final Duration FROM = Duration.ofDays(365); // what is subtracted from it stays positive

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
