package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: how a rule performed week by week.
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known on which day
 * @param version only this version of the rule set, if given; otherwise all versions together
 * @param rule the rule, or a pseudo-rule
 */
public record TrendRule(
        PortScope scope, OutcomePeriod period, @Nullable Integer version, String rule) {

    /**
     * One week of declarations.
     *
     * @param week its Monday
     * @param failed declarations for which it could not be evaluated; not counted in any other number
     * @param findings compared with the random share of the same week
     */
    public record Week(LocalDate week, long fired, long failed, long selected, AssessRules.Findings findings) {}

    /**
     * The weeks in which the rule fired or failed, oldest first.
     *
     * @param known whether the rule exists: it was published, or it fired or failed somewhere
     */
    public record Answer(boolean known, OutcomePeriod period, String rule, List<Week> weeks) {
        public Answer {
            weeks = List.copyOf(weeks);
        }
    }
}
