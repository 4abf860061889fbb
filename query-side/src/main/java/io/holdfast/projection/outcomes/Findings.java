package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.Wilson;
import io.holdfast.projection.outcomes.statistics.InversePropensity;
import io.holdfast.projection.outcomes.statistics.Lift;
import io.holdfast.projection.outcomes.statistics.Sampled;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.Baseline;
import io.holdfast.query.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts counts to the findings shown in answers. */
final class Findings {
    /** No baseline to compare with. */
    static final Baseline NO_BASELINE = new Baseline(0, 0, null, null);

    private Findings() {}

    static Baseline baseline(Map<SelectionRoute, OutcomeCounts> ways) {
        List<Sampled> random = new Samples(ways, Measure.POSITIVE).belowThreshold();
        long n = random.stream().mapToLong(Sampled::known).sum();
        long positive = random.stream().mapToLong(Sampled::positive).sum();
        var rate = InversePropensity.ofAll(List.of(random));
        return rate == null
                ? new Baseline(n, positive, null, null)
                : new Baseline(n, positive, rate.share(), rate.share95());
    }

    static AssessRules.Findings of(OutcomeCounts tally, Baseline baseline) {
        long known = tally.known();
        long positive = tally.get(Measure.POSITIVE);
        Double precision = known > 0 ? Double.valueOf((double) positive / known) : null;
        Interval precision95 = known > 0 ? Wilson.interval95(positive, known) : null;
        Double base = baseline.rate();
        return new AssessRules.Findings(
                tally.get(Measure.EXAMINED),
                tally.get(Measure.PENDING),
                positive,
                tally.get(Measure.CONFIRMED),
                precision,
                precision95,
                precision == null || base == null || base == 0 ? null : Double.valueOf(precision / base),
                lift95(precision, precision95, baseline));
    }

    private static @Nullable Interval lift95(
            @Nullable Double precision, @Nullable Interval precision95, Baseline baseline) {
        Double base = baseline.rate();
        Interval base95 = baseline.rate95();
        return precision == null || precision95 == null || base == null || base95 == null
                ? null
                : Lift.interval95(precision, precision95, base, base95);
    }
}
