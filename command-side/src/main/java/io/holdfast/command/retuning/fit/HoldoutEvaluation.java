package io.holdfast.command.retuning.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The later half of the examples, each judged by tables that were fitted on earlier days only. Fields are chosen and
 * weighted here: no outcome influences the score of its own shipment.
 */
final class HoldoutEvaluation {
    private static final double[] EDGES = {0.5, 0.625, 0.75, 0.875};

    private final ExampleColumns sheet;
    private final double smoothing;
    private final int first;
    private final List<Integer> edges = new ArrayList<>();

    HoldoutEvaluation(ExampleColumns sheet, double smoothing) {
        this.sheet = sheet;
        this.smoothing = smoothing;
        for (double edge : EDGES) {
            int row = sheet.firstRowAt(edge);
            if (edges.isEmpty() || row > edges.getLast()) {
                edges.add(row);
            }
        }
        this.first = edges.getFirst();
        edges.add(sheet.size());
    }

    int size() {
        return sheet.size() - first;
    }

    boolean positive(int held) {
        return sheet.positive(first + held);
    }

    double weight(int held) {
        return sheet.weight(first + held);
    }

    /** Log-odds that a table adds to each held-back row; 0 for a combination that no earlier day has seen. */
    double[] evidence(CellIndex cells) {
        double[] examined = new double[cells.count()];
        double[] positive = new double[cells.count()];
        double[] evidence = new double[size()];
        count(cells, examined, positive, 0, first);
        for (int step = 0; step + 1 < edges.size(); step++) {
            for (int row = edges.get(step); row < edges.get(step + 1); row++) {
                int cell = cells.of(row);
                evidence[row - first] = LogOdds.evidence(examined[cell], positive[cell], sheet.baseRate(), smoothing);
            }
            count(cells, examined, positive, edges.get(step), edges.get(step + 1));
        }
        return evidence;
    }

    private void count(CellIndex cells, double[] examined, double[] positive, int from, int to) {
        for (int row = from; row < to; row++) {
            examined[cells.of(row)] += sheet.weight(row);
            positive[cells.of(row)] += sheet.positive(row) ? sheet.weight(row) : 0;
        }
    }

    /** Share of positives among the best-scored held-back rows; rows of equal score are ordered by day. */
    double precision(double[] scores, double share) {
        int most = Math.max(1, (int) Math.round(share * size()));
        Integer[] order = new Integer[size()];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, Comparator.comparingDouble(row -> -scores[row]));
        return Arrays.stream(order).limit(most).filter(this::positive).count() / (double) most;
    }
}
