package io.holdfast.benchmarks.retune;

import io.holdfast.shipment.declaration.Declaration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A new illicit pattern: from a day on, most of the goods of one chapter from one country of departure are illegal. It
 * is the pair that earlier examinations would trust most: the one with the fewest positives among all pairs with at
 * least {@value #LEAST_SHARE} of the traffic.
 */
record Change(String chapter, String country, LocalDate from, double rateBefore) {
    private static final double LEAST_SHARE = 0.02;
    /** How many in sixteen of the affected declarations become positive. */
    private static final int IN_SIXTEEN = 15;

    private record Pair(String chapter, String country) {
        static Pair of(Declaration declaration) {
            return new Pair(
                    declaration.hs6().value().substring(0, 2),
                    declaration.countryOfDeparture().value());
        }
    }

    /** The change for these rows, in the middle of their period. */
    static Change of(List<LabelledRow> rows) {
        LocalDate first = rows.getFirst().on();
        LocalDate from = first.plusMonths(6).withDayOfMonth(1);
        Map<Pair, int[]> before = new HashMap<>();
        int all = 0;
        for (LabelledRow row : rows) {
            if (row.on().isBefore(from)) {
                int[] counts = before.computeIfAbsent(Pair.of(row.declaration()), _ -> new int[2]);
                counts[0]++;
                counts[1] += row.positive() ? 1 : 0;
                all++;
            }
        }
        double least = LEAST_SHARE * all;
        Map.Entry<Pair, int[]> trusted = before.entrySet().stream()
                .filter(pair -> pair.getValue()[0] >= least)
                .min(Comparator.comparingDouble(pair -> rate(pair.getValue())))
                .orElseThrow(() -> new IllegalArgumentException("no pair has enough traffic"));
        return new Change(trusted.getKey().chapter(), trusted.getKey().country(), from, rate(trusted.getValue()));
    }

    private static double rate(int[] counts) {
        return counts[1] / (double) counts[0];
    }

    List<LabelledRow> appliedTo(List<LabelledRow> rows) {
        return rows.stream()
                .map(row -> affects(row) ? new LabelledRow(row.declaration(), true, row.critical(), true) : row)
                .toList();
    }

    private boolean affects(LabelledRow row) {
        return !row.on().isBefore(from)
                && Pair.of(row.declaration()).equals(new Pair(chapter, country))
                && Math.floorMod(row.id().hashCode(), 16) < IN_SIXTEEN;
    }
}
