package io.holdfast.command.retuning.fit;

import java.util.List;

/**
 * The result of a fit.
 *
 * @param steps the chosen tables, most informative first
 * @param baseRate the rate of illegal cargo in all traffic, estimated from examples and propensities
 * @param examples the number of examples that it was fitted on
 * @param heldBack how many of them, the later ones, were used to choose fields
 * @param precisionBefore share of positives among as many held-back examples, taken in the order in which they came
 */
public record Fit(List<FitStep> steps, double baseRate, int examples, int heldBack, double precisionBefore) {
    public Fit {
        steps = List.copyOf(steps);
    }

    /** The loss on later days after the last step, in nats; infinite without a step. */
    double loss() {
        return steps.isEmpty() ? Double.POSITIVE_INFINITY : steps.getLast().lossAfter();
    }

    /** Log-odds above the base rate. */
    public double score(List<String> facts) {
        double score = 0;
        for (FitStep step : steps) {
            score += step.table().contribution(facts);
        }
        return score;
    }

    /** The score that an example would get if its own outcome were unknown. */
    public double scoreWithout(Example self) {
        double score = 0;
        for (FitStep step : steps) {
            score += step.table().contributionWithout(self);
        }
        return score;
    }
}
