package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: how well each targeting rule performs.
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known on which day
 * @param version only this version of the rule set, if given; 0 means selections made without a rule set
 * @param rule only this rule, if given; also {@code (random)}, {@code (manual)} and {@code (intelligence)}
 * @param withLogic whether conditions and weights are included
 */
public record AssessRules(
        PortScope scope,
        OutcomePeriod period,
        @Nullable Integer version,
        @Nullable String rule,
        boolean withLogic) {

    /**
     * The logic of a rule or risk profile; only for those who may see it.
     *
     * @param condition the condition of a rule; absent for a profile
     * @param fields the fields of a profile; empty for a rule
     */
    public record Logic(String description, @Nullable String condition, List<String> fields, double weight) {
        public Logic {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The hit rate among shipments selected at random where no rule selected, weighted by inverse propensity; the
     * baseline for every precision.
     *
     * @param n shipments selected at random whose outcome is known
     * @param positive how many of these are positive
     * @param rate absent when {@code n} is 0
     * @param rate95 its 95 % interval; absent if the rate is
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
     * @param pending how many of these wait for a laboratory, so that their outcome is unknown
     * @param positive how many of these currently have a positive finding
     * @param confirmed how many of the positive ones rest on more than a field test
     * @param precision positive per known outcome ({@code examined - pending}); absent when none is known
     * @param precision95 its 95 % interval (Wilson 1927); absent if the precision is
     * @param lift precision divided by the rate of the random share; absent when either is absent or the rate is 0
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
     * How one rule of one version performed. A risk profile is listed like a rule; it counts as fired when it raised
     * the score.
     *
     * @param version the version of the rule set; absent for selections without one
     * @param rule its id, or a pseudo-rule in parentheses
     * @param instruction what officers were told to look for, if known
     * @param logic description, condition and weight, for those who may see them
     * @param fired declarations for which its condition held, selected or not
     * @param failed declarations for which its condition could not be evaluated; not counted in any other number
     * @param selected how many of the {@code fired} ones were selected
     * @param findings what exams of the selected ones found
     * @param soleExamined examined shipments with a known outcome that would not have been selected without this rule
     * @param soleHits how many of these were positive: hits that no other rule would have caught
     * @param hoursExamined total hours of the exams, from start to result
     * @param hoursExaminedPerHit the same per positive shipment; absent when there is none
     * @param innocentReleased selected shipments that were held and released without a positive finding
     * @param medianHoursHeldInnocent median hours that these were held; absent when there are none
     * @param hoursHeldInnocent total hours that these were held
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

    /** The rules, newest version first, then by id; {@code period} is the requested one widened to whole weeks. */
    public record Answer(OutcomePeriod period, Baseline baseline, List<RuleResult> rules) {
        public Answer {
            rules = List.copyOf(rules);
        }
    }
}
