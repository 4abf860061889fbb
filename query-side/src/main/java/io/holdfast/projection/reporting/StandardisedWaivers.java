package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.Wilson;
import io.holdfast.query.ReportConsistency.Alike;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Exams of one type by sort of shipment and unit, standardised directly: each unit's rate within a sort is weighed with the share
 * that the sort has among the exams of all units (World Health Organization, Age standardization of rates, 2001, for the method).
 * Sorts on which one unit alone decided compare nobody and are left out.
 */
final class StandardisedWaivers {
    private final Map<ComparisonGroup, Map<String, Waived>> sorts = new HashMap<>();

    void add(ComparisonGroup sort, String unit, Waived waived) {
        sorts.computeIfAbsent(sort, _ -> new HashMap<>()).merge(unit, waived, Waived::plus);
    }

    /** Empty when no other unit decided on what this one did. */
    Optional<Alike> of(String unit) {
        double covered = 0;
        double rate = 0;
        double variance = 0;
        double all = 0;
        long exams = 0;
        for (Map<String, Waived> units : sorts.values()) {
            if (units.size() < 2) {
                continue;
            }
            long weight = units.values().stream().mapToLong(Waived::exams).sum();
            all += weight;
            Waived own = units.get(unit);
            if (own != null) {
                covered += weight;
                rate += weight * own.rate();
                variance += (double) weight * weight / own.exams();
                exams += own.exams();
            }
        }
        return exams == 0
                ? Optional.empty()
                : Optional.of(alike(exams, covered / all, rate / covered, covered * covered / variance));
    }

    /** @param effective the number of exams that would give as sure a rate if they were not weighed; never more than there are */
    private static Alike alike(long exams, double share, double rate, double effective) {
        double bounded = Math.min(1, rate); // sums of shares can exceed one by a rounding
        return new Alike(exams, share, bounded, Wilson.interval95(bounded, effective));
    }
}
