package io.holdfast.projection.outcomes.statistics;

/**
 * Things of one chance to be looked at, and what looking at some of them showed.
 *
 * @param chance with which each of them was drawn; more than 0, at most 1
 * @param drawn how many were
 * @param left how many were not
 * @param known how many of those drawn have an outcome; the others of them are taken to be like these
 * @param positive how many of these are positive
 */
public record Sampled(double chance, long drawn, long left, long known, long positive) {
    /** @throws IllegalArgumentException for a chance of nothing, or more of a part than of the whole */
    public Sampled {
        if (!(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException("a chance of " + chance);
        }
        if (left < 0 || positive < 0 || positive > known || known > drawn) {
            throw new IllegalArgumentException(positive + " of " + known + " of " + drawn + " and " + left);
        }
    }

    /** All of them. */
    public long all() {
        return drawn + left;
    }
}
