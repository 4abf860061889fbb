package io.holdfast.benchmarks.retune;

/** How the rule set is kept up to date; every strategy begins with four weeks of random selection. */
enum Strategy {
    /** One fit after the first weeks, used for the rest of the year. */
    NO_RETUNING("no retuning", 0),
    /** A fit every week; every examination follows its scores. */
    EXPLOITATION("retuning, no random share", 0),
    /** A fit every week; a tenth of the examinations is drawn at random from the rest. */
    NINETY_TEN("retuning, 90/10", 0.1);

    private final String label;
    private final double randomPart;

    Strategy(String label, double randomPart) {
        this.label = label;
        this.randomPart = randomPart;
    }

    String label() {
        return label;
    }

    double randomPart() {
        return randomPart;
    }
}
