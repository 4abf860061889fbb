package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.Wilson;
import io.holdfast.query.ReportConsistency.Alike;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the waiver rates of units by direct standardisation (World Health Organization, Age standardization of
 * rates, 2001, for the method): each unit's rate within a group of like shipments is weighted by the share of that
 * group in the exams of all units. Groups in which only one unit decided allow no comparison and are left out.
 */
final class StandardisedWaivers {
    private final Map<ComparisonGroup, Map<String, Waived>> sorts = new HashMap<>();

    void add(ComparisonGroup sort, String unit, Waived waived) {
        sorts.computeIfAbsent(sort, _ -> new HashMap<>()).merge(unit, waived, Waived::plus);
    }

    /** The standardised rate of a unit; empty if no other unit decided on any of its groups. */
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

    /**
     * The standardised rate.
     *
     * @param effective the number of unweighted exams that would give a rate of the same precision; at most the real
     *     number
     */
    private static Alike alike(long exams, double share, double rate, double effective) {
        double bounded = Math.min(1, rate); // rounding can push a sum of shares above one
        return new Alike(exams, share, bounded, Wilson.interval95(bounded, effective));
    }
}
