package io.holdfast.projection.outcomes;

import io.holdfast.projection.outcomes.statistics.InversePropensity;
import io.holdfast.projection.outcomes.statistics.InversePropensity.Rate;
import io.holdfast.projection.outcomes.statistics.Sampled;
import io.holdfast.query.EstimateTotals;
import io.holdfast.query.EstimateTotals.Caught;
import io.holdfast.query.EstimateTotals.Estimate;
import io.holdfast.query.EstimateTotals.Stratum;
import io.holdfast.query.EstimateTotals.Totals;
import io.holdfast.query.Interval;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how much illegal cargo there is in all traffic, found or not. */
@Component
class TotalsQuestions {
    private final Outcomes kept;

    TotalsQuestions(Outcomes kept) {
        this.kept = kept;
    }

    @QueryHandler
    EstimateTotals.Answer handle(EstimateTotals q) {
        Map<SelectionRoute, OutcomeCounts> ways =
                PeriodCounts.of(kept, q.scope(), q.period(), q.version()).ways();
        return new EstimateTotals.Answer(
                PeriodCounts.widened(q.period()),
                ways.values().stream().mapToLong(t -> t.get(Measure.FIRED)).sum(),
                new Samples(ways, Measure.POSITIVE).withoutChance(),
                totals(ways, Measure.POSITIVE),
                totals(ways, Measure.CONFIRMED),
                q.withLogic() ? strata(ways) : List.of());
    }

    private static Totals totals(Map<SelectionRoute, OutcomeCounts> ways, Measure positive) {
        var samples = new Samples(ways, positive);
        List<Sampled> all = samples.all().stream().flatMap(List::stream).toList();
        List<Sampled> below = samples.belowThreshold();
        Estimate everything =
                estimate(all, all.stream().mapToLong(Sampled::all).sum(), InversePropensity.ofAll(samples.all()));
        Estimate released =
                estimate(below, below.stream().mapToLong(Sampled::left).sum(), InversePropensity.ofThoseLeft(below));
        return new Totals(everything, released, caught(ways, positive, everything));
    }

    private static Estimate estimate(List<Sampled> basis, long shipments, @Nullable Rate rate) {
        long n = basis.stream().mapToLong(Sampled::known).sum();
        long positive = basis.stream().mapToLong(Sampled::positive).sum();
        return rate == null
                ? new Estimate(shipments, n, positive, null, null, null, null)
                : new Estimate(
                        shipments,
                        n,
                        positive,
                        rate.share(),
                        rate.share95(),
                        rate.share() * shipments,
                        new Interval(
                                rate.share95().low() * shipments, rate.share95().high() * shipments));
    }

    private static Caught caught(Map<SelectionRoute, OutcomeCounts> ways, Measure positive, Estimate all) {
        long recalled = ways.values().stream()
                .mapToLong(t -> t.get(Measure.RECALLED_POSITIVE))
                .sum();
        long found = all.positive() + recalled;
        Double count = all.count();
        Interval count95 = all.count95();
        return count == null || count95 == null || count <= 0
                ? new Caught(found, null, null)
                : new Caught(
                        found,
                        Math.min(1, found / count),
                        new Interval(part(found, count95.high()), part(found, count95.low())));
    }

    private static double part(long found, double of) {
        return of <= found ? 1 : found / of;
    }

    private static List<Stratum> strata(Map<SelectionRoute, OutcomeCounts> ways) {
        return ways.entrySet().stream()
                .map(e -> stratum(e.getKey(), e.getValue()))
                .toList();
    }

    private static Stratum stratum(SelectionRoute way, OutcomeCounts tally) {
        return new Stratum(
                way.decided(),
                way.propensity(),
                tally.get(Measure.FIRED),
                tally.get(Measure.EXAMINED),
                tally.get(Measure.PENDING),
                tally.get(Measure.POSITIVE),
                tally.get(Measure.CONFIRMED),
                tally.get(Measure.RECALLED),
                tally.get(Measure.RECALLED_POSITIVE));
    }
}
