package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: which rules fire together.
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known on which day; giving a day makes the query examine each shipment of
 *     the period
 * @param version only this version of the rule set, if given
 * @param rule only pairs with this rule, if given
 * @param limit the most pairs to return
 */
public record PairRules(
        PortScope scope,
        OutcomePeriod period,
        @Nullable Integer version,
        @Nullable String rule,
        int limit) {

    /**
     * Two rules of one version.
     *
     * @param first the one whose id sorts first
     * @param fired declarations for which both fired
     * @param shareOfFirst {@code fired} as a share of all declarations for which the first rule fired
     * @param shareOfSecond likewise for the second rule
     * @param findings what exams found in selected shipments for which both fired; without lift
     */
    public record Pair(
            int version,
            String first,
            String second,
            long fired,
            double shareOfFirst,
            double shareOfSecond,
            AssessRules.Findings findings) {}

    /**
     * The pairs, most frequent first.
     *
     * @param more whether there are more than the limit
     */
    public record Answer(OutcomePeriod period, List<Pair> pairs, boolean more) {
        public Answer {
            pairs = List.copyOf(pairs);
        }
    }
}
