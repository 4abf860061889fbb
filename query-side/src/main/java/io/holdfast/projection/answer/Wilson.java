package io.holdfast.projection.answer;

import io.holdfast.query.Interval;

/**
 * The Wilson score interval of a binomial proportion: E. B. Wilson, Journal of the American Statistical Association 22
 * (1927) 209-212.
 */
public final class Wilson {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * The 95 % interval for {@code positive} of {@code n}, without continuity correction.
     *
     * @throws IllegalArgumentException unless {@code 0 <= positive <= n} and {@code n > 0}
     */
    public static Interval interval95(long positive, long n) {
        if (n <= 0 || positive < 0 || positive > n) {
            throw new IllegalArgumentException(positive + " of " + n + " is not a share");
        }
        return interval95((double) positive / n, n);
    }

    /**
     * The 95 % interval for a proportion of an effective sample size, which need not be a whole number.
     *
     * @throws IllegalArgumentException unless {@code 0 <= share <= 1} and {@code n > 0}
     */
    public static Interval interval95(double share, double n) {
        if (!(n > 0 && share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " of " + n + " is not a share");
        }
        double z2 = Z * Z / n;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n)) / (1 + z2);
        // At 0 and 1 the bound is exact; the subtraction would leave a residue such as 1e-17.
        return new Interval(share == 0 ? 0 : Math.max(0, centre - half), share == 1 ? 1 : Math.min(1, centre + half));
    }
}
