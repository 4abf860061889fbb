package io.holdfast.benchmarks.retune;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What examinations found, by month (1 to 12), compared with what there was to find. */
final class ExamCounts {
    /** The counts of a period. */
    record Counts(
            int declared, int positive, int critical, int examined, int found, int foundCritical, int foundChanged) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        double precision() {
            return examined == 0 ? 0 : found / (double) examined;
        }

        double recall() {
            return positive == 0 ? 0 : found / (double) positive;
        }

        double criticalPrecision() {
            return examined == 0 ? 0 : foundCritical / (double) examined;
        }

        double criticalRecall() {
            return critical == 0 ? 0 : foundCritical / (double) critical;
        }

        double examinedShare() {
            return declared == 0 ? 0 : examined / (double) declared;
        }

        Counts plus(Counts other) {
            return new Counts(
                    declared + other.declared,
                    positive + other.positive,
                    critical + other.critical,
                    examined + other.examined,
                    found + other.found,
                    foundCritical + other.foundCritical,
                    foundChanged + other.foundChanged);
        }
    }

    private final Map<Integer, Counts> months = new TreeMap<>();

    void declared(LabelledRow row) {
        add(row.on(), new Counts(1, one(row.positive()), one(row.critical()), 0, 0, 0, 0));
    }

    void examined(LabelledRow row) {
        add(row.on(), new Counts(0, 0, 0, 1, one(row.positive()), one(row.critical()), one(row.changed())));
    }

    private void add(LocalDate on, Counts counts) {
        months.merge(on.getMonthValue(), counts, Counts::plus);
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }

    Map<Integer, Counts> months() {
        return Map.copyOf(months);
    }

    Counts of(IntPredicate month) {
        return months.entrySet().stream()
                .filter(entry -> month.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    Counts all() {
        return of(_ -> true);
    }
}
