package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules earn their keep?
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known when
 * @param version only this version of the rule set, if given; 0 is selection without a rule set
 * @param rule only this rule, if given; also {@code (random)}, {@code (manual)} and {@code (intelligence)}
 * @param withLogic whether condition and weight are shown
 */
public record AssessRules(
        PortScope scope,
        OutcomePeriod period,
        @Nullable Integer version,
        @Nullable String rule,
        boolean withLogic) {

    /**
     * What targeting people see of a rule or risk profile.
     *
     * @param condition of a rule; absent for a profile
     * @param fields of a profile; empty for a rule
     */
    public record Logic(String description, @Nullable String condition, List<String> fields, double weight) {
        public Logic {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What a random share found where no rule selected, weighed by inverse propensity: against this every precision is read.
     *
     * @param n shipments selected at random whose outcome is known
     * @param positive of these, positive
     * @param rate absent when {@code n} is 0
     * @param rate95 absent with it
     */
    public record Baseline(
            long n,
            long positive,
            @Nullable Double rate,
            @Nullable Interval rate95) {}

    /**
     * What exams found.
     *
     * @param examined how many shipments were examined
     * @param pending of these, how many wait for a laboratory, so that their outcome is not known
     * @param positive of these, how many stand with a positive finding
     * @param confirmed of the positive ones, how many rest on more than a field test
     * @param precision positive per known outcome ({@code examined - pending}); absent when none is known
     * @param precision95 its 95 % interval (Wilson 1927); absent with it
     * @param lift precision as a multiple of the rate of the random share; absent when either is, or the rate is 0
     * @param lift95 its 95 % interval; absent also when nothing was positive
     */
    public record Findings(
            long examined,
            long pending,
            long positive,
            long confirmed,
            @Nullable Double precision,
            @Nullable Interval precision95,
            @Nullable Double lift,
            @Nullable Interval lift95) {}

    /**
     * How one rule of one version did. A risk profile is listed like a rule; it fired where it spoke for selection.
     *
     * @param version the version of the rule set; absent for selections without one
     * @param rule its id, or a pseudo rule in parentheses
     * @param instruction what officers were told, if known
     * @param logic description, condition and weight, for those who may see them
     * @param fired declarations for which its condition held, selected or not
     * @param failed declarations for which its condition could not be evaluated; in none of the other figures
     * @param selected of those for which it fired, how many were selected
     * @param findings what exams of these found
     * @param soleExamined examined shipments with a known outcome that would not have been selected without this rule
     * @param soleHits of these, positive: what no other rule would have caught
     * @param hoursExamined hours from start to result of the exams, added up
     * @param hoursExaminedPerHit the same for each positive shipment; absent when there is none
     * @param innocentReleased selected shipments that were held and released without a positive finding
     * @param medianHoursHeldInnocent the median of the hours that these were held; absent when there are none
     * @param hoursHeldInnocent the hours that these were held, added up
     */
    public record RuleResult(
            @Nullable Integer version,
            String rule,
            @Nullable String instruction,
            @Nullable Logic logic,
            long fired,
            long failed,
            long selected,
            Findings findings,
            long soleExamined,
            long soleHits,
            double hoursExamined,
            @Nullable Double hoursExaminedPerHit,
            long innocentReleased,
            @Nullable Double medianHoursHeldInnocent,
            double hoursHeldInnocent) {}

    /** The rules, newest version first, then by id; the period as it was widened to weeks. */
    public record Answer(OutcomePeriod period, Baseline baseline, List<RuleResult> rules) {
        public Answer {
            rules = List.copyOf(rules);
        }
    }
}
