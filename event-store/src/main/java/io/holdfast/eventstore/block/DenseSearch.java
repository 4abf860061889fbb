package io.holdfast.eventstore.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds the last number of a dense range in few queries, each of which asks for many numbers at once. */
public final class DenseSearch {

    private static final int PROBES = 64;

    private DenseSearch() {}

    /**
     * The last existing number.
     *
     * @param from exists, or is one below the first possible number
     * @param existing returns which of the given numbers exist
     */
    public static long last(long from, Function<List<Long>, Set<Long>> existing) {
        List<Long> probes = new ArrayList<>();
        for (int power = 0; power < 42; power++) {
            probes.add(from + (1L << power));
        }
        long exists = from;
        long missing = from + (1L << 42);
        while (true) {
            Set<Long> found = existing.apply(probes);
            for (long probe : probes) {
                if (found.contains(probe)) {
                    exists = probe;
                } else {
                    missing = probe;
                    break;
                }
            }
            if (missing - exists == 1) {
                return exists;
            }
            probes = between(exists, missing);
        }
    }

    private static List<Long> between(long exists, long missing) {
        long gap = missing - exists;
        long stride = Math.max(1, (gap + PROBES) / (PROBES + 1));
        List<Long> probes = new ArrayList<>();
        for (long probe = exists + stride; probe < missing; probe += stride) {
            probes.add(probe);
        }
        return probes;
    }
}
