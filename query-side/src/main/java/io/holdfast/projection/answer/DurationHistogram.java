package io.holdfast.projection.answer;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A histogram of durations: how many there were of each length. Its size does not grow with their number.
 *
 * <p>A duration is rounded down: to the minute if it is under a day, to the hour if it is under ninety days, otherwise
 * to the day. The counts are exact. The difference of two histograms can have negative counts.
 *
 * @param counts the number of durations by length in minutes; never zero
 */
public record DurationHistogram(SortedMap<Long, Long> counts) {
    /** The empty histogram. */
    public static final DurationHistogram NONE = new DurationHistogram(new TreeMap<>());

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;
    private static final long NINETY_DAYS = 90 * DAY;

    public DurationHistogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The histogram of a single duration; a negative one counts as zero. */
    public static DurationHistogram of(long minutes) {
        return new DurationHistogram(new TreeMap<>(Map.of(rounded(Math.max(0, minutes)), 1L)));
    }

    private static long rounded(long minutes) {
        if (minutes < DAY) {
            return minutes;
        }
        long unit = minutes < NINETY_DAYS ? HOUR : DAY;
        return minutes / unit * unit;
    }

    /** The sum of both. */
    public DurationHistogram plus(DurationHistogram other) {
        if (other.counts.isEmpty()) {
            return this;
        }
        var sum = new TreeMap<>(counts);
        other.counts.forEach((minutes, n) -> sum.merge(minutes, n, DurationHistogram::sumOrNothing));
        return new DurationHistogram(sum);
    }

    /** The negative of this histogram: added to it, the result is empty. */
    public DurationHistogram negated() {
        var negated = new TreeMap<Long, Long>();
        counts.forEach((minutes, n) -> negated.put(minutes, -n));
        return new DurationHistogram(negated);
    }

    @SuppressWarnings("NullAway") // Map.merge removes the entry when the function returns null
    private static Long sumOrNothing(Long a, Long b) {
        long sum = a + b;
        return sum == 0 ? null : sum;
    }

    /** The number of durations. */
    public long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The median in minutes; the mean of the middle two if the number is even; empty if there are no durations. */
    public OptionalDouble median() {
        long n = size();
        return n <= 0 ? OptionalDouble.empty() : OptionalDouble.of((at((n - 1) / 2) + at(n / 2)) / 2.0);
    }

    /**
     * The smallest duration, in minutes, such that at least this share of all durations is no longer (nearest rank);
     * empty if there are no durations.
     *
     * @param percent from 1 to 100
     */
    public OptionalLong percentile(int percent) {
        long n = size();
        return n <= 0 ? OptionalLong.empty() : OptionalLong.of(at((n * percent + 99) / 100 - 1));
    }

    private long at(long rank) {
        long seen = 0;
        for (var entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen > rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no element of rank " + rank);
    }
}
