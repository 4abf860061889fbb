package io.holdfast.command.retuning.fit;

/** Probabilities as log-odds, the scale on which evidence adds up. */
final class LogOdds {
    private LogOdds() {}

    static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Log-odds of the smoothed hit rate of a cell above those of the base rate; 0 for an empty cell. */
    static double evidence(double examined, double positive, double baseRate, double smoothing) {
        return examined == 0 ? 0 : logit((positive + smoothing * baseRate) / (examined + smoothing)) - logit(baseRate);
    }
}
