package io.holdfast.command.retuning.fit;

import java.util.List;

/**
 * What a fit found.
 *
 * @param steps the chosen tables, the one that tells most first
 * @param baseRate the rate of illegal cargo in all traffic, as far as examples and propensities tell
 * @param examples how many examples it was fitted on
 * @param heldBack on how many of them, the later ones, fields were chosen
 * @param precisionBefore share of positives among as many of the held-back, taken as they came
 */
public record Fit(List<FitStep> steps, double baseRate, int examples, int heldBack, double precisionBefore) {
    public Fit {
        steps = List.copyOf(steps);
    }

    /** What is left of the loss on later days after the last step, in nats; infinite without a step. */
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

    /** What an example would score if its own outcome were unknown. */
    public double scoreWithout(Example self) {
        double score = 0;
        for (FitStep step : steps) {
            score += step.table().contributionWithout(self);
        }
        return score;
    }
}
