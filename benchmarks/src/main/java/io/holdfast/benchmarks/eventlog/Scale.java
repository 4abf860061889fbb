package io.holdfast.benchmarks.eventlog;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds of everything; the median counts
 * @param append of one peer with one number of writers in one round
 * @param small events in the small log
 * @param large events in the large log
 * @param load of one peer with aggregates of one size in one round
 * @param replay the longest of one peer in one round
 * @param latency of one peer with one kind of appender
 */
record Scale(int rounds, Duration append, int small, int large, Duration load, Duration replay, Duration latency) {
    static final List<Integer> WRITERS = List.of(1, 8, 64);

    /** Of the events of the small log: as a quiet office makes them. */
    static final long SMALL_STEP_MILLIS = 100;

    /** Of the events of the large log: as a busy country makes them. */
    static final long LARGE_STEP_MILLIS = 1;

    static final Scale FULL = new Scale(5, millis(1_500), 10_000, 1_000_000, millis(300), millis(6_000), millis(8_000));
    static final Scale QUICK = new Scale(3, millis(300), 10_000, 100_000, millis(80), millis(600), millis(1_500));

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
