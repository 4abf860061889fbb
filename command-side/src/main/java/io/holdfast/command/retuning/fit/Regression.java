package io.holdfast.command.retuning.fit;

import java.util.List;

/**
 * Logistic regression on columns of evidence, by Newton's method with slight shrinkage; the weights say how far to
 * trust each column.
 */
final class Regression {
    private static final int STEPS = 12;
    private static final double SHRINKAGE = 1;

    private final HoldoutEvaluation held;
    private final List<double[]> columns;
    private final double[] weights;

    private Regression(HoldoutEvaluation held, List<double[]> columns, double[] weights) {
        this.held = held;
        this.columns = columns;
        this.weights = weights;
    }

    /** Weights of the columns and, last, of the intercept. */
    static Regression of(HoldoutEvaluation held, List<double[]> columns, double baseRate) {
        double[] weights = new double[columns.size() + 1];
        weights[columns.size()] = LogOdds.logit(baseRate);
        var regression = new Regression(held, columns, weights);
        for (int step = 0; step < STEPS; step++) {
            regression.step();
        }
        return regression;
    }

    double weight(int column) {
        return weights[column];
    }

    boolean allPositive() {
        for (int column = 0; column < columns.size(); column++) {
            if (!(weights[column] > 0)) {
                return false;
            }
        }
        return true;
    }

    double[] scores() {
        double[] scores = new double[held.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score(row);
        }
        return scores;
    }

    private double score(int row) {
        double score = weights[columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            score += weights[column] * columns.get(column)[row];
        }
        return score;
    }

    /** Weighted mean negative log-likelihood of the outcomes, in nats. */
    double loss() {
        double loss = 0;
        double all = 0;
        for (int row = 0; row < held.size(); row++) {
            double score = score(row);
            loss += held.weight(row) * Math.log1p(Math.exp(held.positive(row) ? -score : score));
            all += held.weight(row);
        }
        return loss / all;
    }

    /** Estimates how much the loss would fall, in nats over all rows, if this column were added (a score test). */
    double promise(double[] column) {
        double slope = 0;
        double curvature = SHRINKAGE;
        for (int row = 0; row < column.length; row++) {
            double p = LogOdds.probability(score(row));
            slope += held.weight(row) * column[row] * ((held.positive(row) ? 1 : 0) - p);
            curvature += held.weight(row) * column[row] * column[row] * p * (1 - p);
        }
        return slope <= 0 ? 0 : slope * slope / (2 * curvature);
    }

    private void step() {
        int size = weights.length;
        double[][] curvature = new double[size][size];
        double[] slope = new double[size];
        double[] x = new double[size];
        x[size - 1] = 1;
        for (int row = 0; row < held.size(); row++) {
            for (int column = 0; column + 1 < size; column++) {
                x[column] = columns.get(column)[row];
            }
            double p = LogOdds.probability(score(row));
            double error = held.weight(row) * ((held.positive(row) ? 1 : 0) - p);
            double variance = held.weight(row) * Math.max(p * (1 - p), 1e-6);
            for (int i = 0; i < size; i++) {
                slope[i] += error * x[i];
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += variance * x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            boolean constant = i == size - 1;
            slope[i] -= constant ? 0 : SHRINKAGE * weights[i];
            curvature[i][i] += constant ? 1e-6 : SHRINKAGE;
        }
        double[] change = Cholesky.solve(curvature, slope);
        for (int i = 0; i < size; i++) {
            weights[i] += Math.clamp(change[i], -2, 2);
        }
    }
}
