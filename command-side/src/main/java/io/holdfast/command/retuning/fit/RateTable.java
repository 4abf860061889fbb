package io.holdfast.command.retuning.fit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chosen table of hit rates.
 *
 * @param fields the indexes of its fields among those of the fit
 * @param weight the weight of its evidence
 * @param baseRate the hit rate of all traffic, estimated from the examples
 * @param smoothing the number of exams at the base rate that each cell starts with
 * @param cells the exam outcomes, by the values of the fields
 */
public record RateTable(
        List<Integer> fields, double weight, double baseRate, double smoothing, Map<List<String>, Count> cells) {
    /** Outcomes of one combination; those examined at random count several times. */
    public record Count(int examined, int positive) {}

    public RateTable {
        fields = List.copyOf(fields);
        cells = Map.copyOf(cells);
    }

    /** The log-odds that the table adds for these facts. */
    public double contribution(List<String> facts) {
        return contributionOf(cells.get(fields.stream().map(facts::get).toList()));
    }

    /** The same, as if this example were not counted in the table. */
    public double contributionWithout(Example self) {
        Count count = cells.get(fields.stream().map(self.facts()::get).toList());
        return count == null ? 0 : contributionOf(less(count, self.positive()));
    }

    private static Count less(Count count, boolean positive) {
        int examined = Math.max(0, count.examined() - 1);
        return new Count(examined, Math.clamp(count.positive() - (positive ? 1 : 0), 0, examined));
    }

    private double contributionOf(@Nullable Count count) {
        return count == null ? 0 : weight * LogOdds.evidence(count.examined(), count.positive(), baseRate, smoothing);
    }
}
