package io.holdfast.projection.outcomes.statistics;

/**
 * A sample drawn with one probability, and its results.
 *
 * @param chance the probability with which each item was drawn; more than 0, at most 1
 * @param drawn number of items drawn
 * @param left number of items not drawn
 * @param known number of drawn items with a known outcome; they are assumed to represent the other drawn ones
 * @param positive number of positives among the known outcomes
 */
public record Sampled(double chance, long drawn, long left, long known, long positive) {
    /**
     * Checks the sample.
     *
     * @throws IllegalArgumentException for a chance of zero, or if a part is larger than its whole
     */
    public Sampled {
        if (!(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException("a chance of " + chance);
        }
        if (left < 0 || positive < 0 || positive > known || known > drawn) {
            throw new IllegalArgumentException(positive + " of " + known + " of " + drawn + " and " + left);
        }
    }

    /** The number of items, drawn or not. */
    public long all() {
        return drawn + left;
    }
}
