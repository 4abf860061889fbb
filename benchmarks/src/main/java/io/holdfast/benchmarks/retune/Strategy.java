package io.holdfast.benchmarks.retune;

/** How the rule set is kept up to date; all begin with four weeks in which chance alone selects. */
enum Strategy {
    /** The first fit decides for the rest of the year. */
    NO_RETUNING("no retuning", 0),
    /** A fit every week, and every examination goes where it says. */
    EXPLOITATION("retuning, no random share", 0),
    /** A fit every week; a tenth of the examinations is drawn at random among the rest. */
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
