package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules fire together?
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known on which day; with a day each shipment of the period is looked at
 * @param version only this version of the rule set, if given
 * @param rule only pairs with this rule, if given
 * @param limit at most so many pairs
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
     * @param first the one whose id comes first
     * @param fired declarations for which both fired
     * @param shareOfFirst what part of the declarations for which the first fired this is
     * @param shareOfSecond likewise of the second
     * @param findings what exams of shipments found that were selected and for which both fired; without lift
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
     * The pairs that fired most often together, most often first.
     *
     * @param more whether there are more than were asked for
     */
    public record Answer(OutcomePeriod period, List<Pair> pairs, boolean more) {
        public Answer {
            pairs = List.copyOf(pairs);
        }
    }
}
