package io.holdfast.benchmarks.eventlog;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param budget for the whole run; rounds that would not fit into it are left out
 * @param rounds of everything; the median counts
 * @param warmUp of one peer before the first append that counts: compilers on both sides need it
 * @param append of one peer with one number of writers in one round
 * @param small events in the small log
 * @param large events in the large log
 * @param load of one peer with aggregates of one size in one round
 * @param replay the longest of one peer in one round
 * @param latency of one peer with one kind of appender
 */
record Scale(
        Duration budget,
        int rounds,
        Duration warmUp,
        Duration append,
        int small,
        int large,
        Duration load,
        Duration replay,
        Duration latency) {
    static final List<Integer> WRITERS = List.of(1, 8, 64);

    /** Of the events of the small log: as a quiet office makes them. */
    static final long SMALL_STEP_MILLIS = 100;

    /** Of the events of the large log: as a busy country makes them. */
    static final long LARGE_STEP_MILLIS = 1;

    static final Scale FULL = new Scale(
            Duration.ofMinutes(18),
            5,
            millis(10_000),
            millis(1_500),
            10_000,
            1_000_000,
            millis(400),
            millis(5_000),
            millis(8_000));
    static final Scale QUICK = new Scale(
            Duration.ofSeconds(100),
            3,
            millis(1_000),
            millis(300),
            10_000,
            100_000,
            millis(80),
            millis(500),
            millis(1_200));

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
