package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;

/**
 * The exact interval of a binomial proportion, whose coverage is never below the nominal level, however small the
 * counts: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413. It is wider than Wilson's.
 */
public final class Exact {
    private static final double TAIL = 0.025;

    private Exact() {}

    /**
     * The 95 % interval for {@code positive} of {@code n}; with weights, both are effective numbers, which need not be
     * whole.
     *
     * @throws IllegalArgumentException unless {@code 0 <= positive <= n} and {@code n > 0}
     */
    public static Interval interval95(double positive, double n) {
        if (!(n > 0 && positive >= 0 && positive <= n)) {
            throw new IllegalArgumentException(positive + " of " + n + " is not a share");
        }
        double low = positive <= 0 ? 0 : Beta.quantile(TAIL, positive, n - positive + 1);
        double high = positive >= n ? 1 : Beta.quantile(1 - TAIL, positive + 1, n - positive);
        return new Interval(low, high);
    }
}
