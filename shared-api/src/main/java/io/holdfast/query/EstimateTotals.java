package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: an estimate of how much illegal cargo there really is. It uses the random share and the recorded propensities,
 * because shipments selected by rules are not a representative sample.
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known on which day
 * @param version only decisions of this version of the rule set, if given
 * @param withLogic whether {@code strata} and their propensities are included
 */
public record EstimateTotals(
        PortScope scope, OutcomePeriod period, @Nullable Integer version, boolean withLogic) {

    /**
     * An estimate for a set of shipments.
     *
     * @param shipments how many there are
     * @param n the known outcomes it is based on
     * @param positive how many of these are positive
     * @param rate share of illegal cargo, 0 to 1; absent when it cannot be estimated
     * @param rate95 its 95 % interval; absent if the rate is
     * @param count the estimated number of illegal shipments; absent if the rate is
     * @param count95 its 95 % interval; absent if the count is
     */
    public record Estimate(
            long shipments,
            long n,
            long positive,
            @Nullable Double rate,
            @Nullable Interval rate95,
            @Nullable Double count,
            @Nullable Interval count95) {}

    /**
     * How much of the illegal cargo was found.
     *
     * @param found shipments with a positive finding, including those brought back by a redelivery
     * @param share the share of all illegal cargo; absent when that cannot be estimated
     * @param share95 its 95 % interval; absent if the share is
     */
    public record Caught(
            long found, @Nullable Double share, @Nullable Interval share95) {}

    /**
     * The estimates.
     *
     * @param all for all shipments that had a chance of selection
     * @param released for cleared shipments that had a chance of selection
     * @param caught how much was found
     */
    public record Totals(Estimate all, Estimate released, Caught caught) {}

    /**
     * Shipments decided in the same way with the same propensity.
     *
     * @param decided {@code (rules)}, {@code (random)}, {@code (cleared)}, {@code (manual)}, {@code (intelligence)} or
     *     {@code (outside)}
     * @param propensity the probability with which these shipments, or those left over, were selected
     * @param shipments how many there are
     * @param examined how many were examined; always 0 for cleared ones
     * @param pending how many of these wait for a laboratory
     * @param positive how many of the examined ones are positive
     * @param confirmed how many of these are confirmed
     * @param recalled brought back by a redelivery before they were examined, and examined then; not a representative
     *     sample
     * @param recalledPositive how many of these are positive
     */
    public record Stratum(
            String decided,
            double propensity,
            long shipments,
            long examined,
            long pending,
            long positive,
            long confirmed,
            long recalled,
            long recalledPositive) {}

    /**
     * The answer.
     *
     * @param period the requested period, widened to whole weeks
     * @param shipments the number of shipments with a decision
     * @param withoutChance how many of these were cleared while nothing was selected at random; no estimate covers them
     * @param positive estimates that count every positive outcome, presumptive or confirmed
     * @param confirmed estimates that count confirmed outcomes only
     * @param strata the groups that the estimates are computed from
     */
    public record Answer(
            OutcomePeriod period,
            long shipments,
            long withoutChance,
            Totals positive,
            Totals confirmed,
            List<Stratum> strata) {
        public Answer {
            strata = List.copyOf(strata);
        }
    }
}
