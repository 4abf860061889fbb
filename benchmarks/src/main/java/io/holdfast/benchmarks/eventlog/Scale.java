package io.holdfast.benchmarks.eventlog;

import java.time.Duration;
import java.util.List;

/**
 * The size of a run.
 *
 * @param budget for the whole run; rounds that would exceed it are left out
 * @param rounds of each measurement; the median counts
 * @param warmUp time per peer before the first append that counts: the JIT compilers of both processes need it
 * @param append time per peer and number of writers in one round
 * @param small events in the small log
 * @param large events in the large log
 * @param load time per peer and aggregate size in one round
 * @param replay maximum time per peer in one round
 * @param latency time per peer and kind of appender
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

    /** The time between events in the small log: as in a quiet office. */
    static final long SMALL_STEP_MILLIS = 100;

    /** The time between events in the large log: as in a busy country. */
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
