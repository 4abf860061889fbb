package io.holdfast.query;

import io.holdfast.actor.PortScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much illegal cargo is there really? Estimated from the random share and the recorded propensities, because what rules
 * select is no sample of anything.
 *
 * @param scope the ports whose shipments count
 * @param period which declarations, and as known when
 * @param version only what this version of the rule set decided, if given
 * @param withLogic whether {@code strata} with their propensities are shown
 */
public record EstimateTotals(
        PortScope scope, OutcomePeriod period, @Nullable Integer version, boolean withLogic) {

    /**
     * An estimate about a set of shipments.
     *
     * @param shipments how many there are
     * @param n known outcomes that it rests on
     * @param positive of these, positive
     * @param rate share of illegal cargo, 0 to 1; absent when it cannot be estimated
     * @param rate95 absent with it
     * @param count the same as a number of shipments; absent with it
     * @param count95 absent with it
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
     * What was found, against what there is.
     *
     * @param found shipments with a positive finding, those brought back by a redelivery included
     * @param share of all illegal cargo; absent when that cannot be estimated
     * @param share95 absent with it
     */
    public record Caught(
            long found, @Nullable Double share, @Nullable Interval share95) {}

    /**
     * The estimates.
     *
     * @param all about all shipments but those without a chance
     * @param released about those that were cleared, without those that had no chance
     * @param caught what part was found
     */
    public record Totals(Estimate all, Estimate released, Caught caught) {}

    /**
     * Shipments decided in the same way with the same propensity.
     *
     * @param decided {@code (rules)}, {@code (random)}, {@code (cleared)}, {@code (manual)}, {@code (intelligence)} or {@code (outside)}
     * @param propensity with which they, or those left over, were selected
     * @param shipments how many
     * @param examined of these, examined; for those cleared always 0
     * @param pending of these, waiting for a laboratory
     * @param positive of the examined, positive
     * @param confirmed of these, confirmed
     * @param recalled brought back by a redelivery before they were examined, and examined then; no sample of anything
     * @param recalledPositive of these, positive
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
     * @param period as it was widened to weeks
     * @param shipments how many were decided about
     * @param withoutChance of these, cleared while nothing was selected at random; no estimate is about them
     * @param positive what counts a positive outcome, presumptive or confirmed
     * @param confirmed what counts confirmed ones only
     * @param strata what it all rests on
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
