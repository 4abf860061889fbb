package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules earn their keep?
 *
 * @param scope the ports whose shipments count
 * @param version only this version of the rule set, if given; 0 is selection without a rule set
 * @param rule only this rule, if given; also {@code (random)}, {@code (manual)} and {@code (intelligence)}
 * @param withLogic whether condition and weight are shown
 */
public record AssessRules(
        PortScope scope,
        @Nullable Integer version,
        @Nullable String rule,
        boolean withLogic) {

    /** A 95 % confidence interval of a share (Wilson 1927), 0 to 1. */
    public record Interval(double low, double high) {}

    /** What targeting people see of a rule. */
    public record Logic(String description, String condition, double weight) {}

    /**
     * How one rule of one version did.
     *
     * @param version the version of the rule set; absent for selections without one
     * @param rule its id, or a pseudo rule in parentheses
     * @param instruction what officers were told, if known
     * @param logic description, condition and weight, for those who may see them
     * @param fired declarations for which its condition held, selected or not
     * @param selected of these, how many were selected
     * @param examined of these, how many were examined
     * @param positive of these, how many stand with a positive finding
     * @param precision positive per examined; absent when nothing was examined
     * @param precision95 its 95 % interval; absent with it
     * @param innocentReleased selected shipments that were held and released without a positive finding
     * @param medianHoursHeldInnocent the median of the hours that these were held; absent when there are none
     */
    public record RuleResult(
            @Nullable Integer version,
            String rule,
            @Nullable String instruction,
            @Nullable Logic logic,
            long fired,
            long selected,
            long examined,
            long positive,
            @Nullable Double precision,
            @Nullable Interval precision95,
            long innocentReleased,
            @Nullable Double medianHoursHeldInnocent) {}

    /** The rules, newest version first, then by id. */
    public record Answer(List<RuleResult> rules) {
        public Answer {
            rules = List.copyOf(rules);
        }
    }
}
