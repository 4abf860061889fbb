package io.holdfast.command.retuning.fit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Examples by column, in the order of their days; each text is replaced by its number among the texts of its field. */
final class ExampleColumns {
    private final List<Example> rows;
    private final int[][] codes;
    private final int[] sizes;
    private final double[] weights;
    private final double baseRate;

    /** @param examples at least one, all with the same number of facts */
    ExampleColumns(List<Example> examples, double maxWeight) {
        rows = examples.stream()
                .sorted(Comparator.comparing(Example::declaredOn).thenComparing(Example::id))
                .toList();
        int fields = rows.getFirst().facts().size();
        codes = new int[fields][];
        sizes = new int[fields];
        for (int field = 0; field < fields; field++) {
            codes[field] = coded(field);
        }
        weights = rows.stream()
                .mapToDouble(row -> Math.min(1 / row.propensity(), maxWeight))
                .toArray();
        baseRate = baseRate(rows);
    }

    private int[] coded(int field) {
        var texts = new TreeSet<String>();
        rows.forEach(row -> texts.add(row.facts().get(field)));
        String[] sorted = texts.toArray(String[]::new);
        sizes[field] = sorted.length;
        return rows.stream()
                .mapToInt(row -> Arrays.binarySearch(sorted, row.facts().get(field)))
                .toArray();
    }

    /** The base rate of all traffic: each example is weighted by the inverse of its propensity. Never 0 or 1. */
    private static double baseRate(List<Example> rows) {
        double all = 1;
        double positive = 0.5;
        for (Example row : rows) {
            all += 1 / row.propensity();
            positive += row.positive() ? 1 / row.propensity() : 0;
        }
        return positive / all;
    }

    int size() {
        return rows.size();
    }

    Example row(int row) {
        return rows.get(row);
    }

    LocalDate day(int row) {
        return rows.get(row).declaredOn();
    }

    boolean positive(int row) {
        return rows.get(row).positive();
    }

    double weight(int row) {
        return weights[row];
    }

    double baseRate() {
        return baseRate;
    }

    /** The first row of the day on which the given share of all rows is reached. */
    int firstRowAt(double share) {
        int row = Math.min((int) (share * size()), size() - 1);
        while (row > 0 && day(row - 1).equals(day(row))) {
            row--;
        }
        return row;
    }

    /** Groups rows by the combination of some fields. */
    CellIndex cells(Combination combination) {
        long[] keys = new long[size()];
        for (int field : combination.fields()) {
            for (int row = 0; row < keys.length; row++) {
                keys[row] = keys[row] * sizes[field] + codes[field][row];
            }
        }
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        int[] cellOf = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            cellOf[row] = Arrays.binarySearch(distinct, keys[row]);
        }
        return new CellIndex(cellOf, distinct.length);
    }
}
