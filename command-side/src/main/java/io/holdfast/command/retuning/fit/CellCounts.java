package io.holdfast.command.retuning.fit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts all examples into the cells of chosen tables. */
final class CellCounts {
    private final List<Example> examples;
    private final FitOptions options;
    private final double baseRate;

    CellCounts(List<Example> examples, FitOptions options) {
        this.examples = examples;
        this.options = options;
        this.baseRate = new ExampleColumns(examples, options.maxWeight()).baseRate();
    }

    int examples() {
        return examples.size();
    }

    /** The newest examples; tables are chosen on these. */
    ExampleColumns newest(int most) {
        List<Example> newest = examples.stream()
                .sorted(Comparator.comparing(Example::declaredOn)
                        .thenComparing(Example::id)
                        .reversed())
                .limit(most)
                .toList();
        return new ExampleColumns(newest, options.maxWeight());
    }

    RateTable table(Combination combination, double weight, double smoothing) {
        Map<List<String>, double[]> counts = new HashMap<>();
        for (Example example : examples) {
            double[] count = counts.computeIfAbsent(combination.valuesOf(example.facts()), _ -> new double[2]);
            double standsFor = Math.min(1 / example.propensity(), options.maxWeight());
            count[0] += standsFor;
            count[1] += example.positive() ? standsFor : 0;
        }
        return new RateTable(
                combination.fields(), weight, baseRate, smoothing, withMostEvidence(rounded(counts), smoothing));
    }

    private static Map<List<String>, RateTable.Count> rounded(Map<List<String>, double[]> counts) {
        Map<List<String>, RateTable.Count> cells = new HashMap<>();
        counts.forEach((values, count) ->
                cells.put(values, new RateTable.Count((int) Math.round(count[0]), (int) Math.round(count[1]))));
        return cells;
    }

    /** The number of cells in a rule set is limited: those with the least evidence fall back to the base rate. */
    private Map<List<String>, RateTable.Count> withMostEvidence(
            Map<List<String>, RateTable.Count> all, double smoothing) {
        Comparator<Map.Entry<List<String>, RateTable.Count>> byEvidence = Comparator.comparingDouble(cell -> -Math.abs(
                LogOdds.evidence(cell.getValue().examined(), cell.getValue().positive(), baseRate, smoothing)));
        Map<List<String>, RateTable.Count> kept = new HashMap<>();
        int text = 0;
        for (var cell : all.entrySet().stream()
                .sorted(byEvidence.thenComparing(cell -> String.join("\u0000", cell.getKey())))
                .limit(options.maxCells())
                .toList()) {
            text += cell.getKey().stream().mapToInt(String::length).sum();
            if (text > options.maxText()) {
                break;
            }
            kept.put(cell.getKey(), cell.getValue());
        }
        return kept;
    }
}
