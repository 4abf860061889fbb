package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;

/** The score interval of a binomial share: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212. */
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
        double p = (double) positive / n;
        double z2 = Z * Z / n;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
        // At the ends the bound is exact; subtraction would leave a residue such as 1e-17.
        return new Interval(
                positive == 0 ? 0 : Math.max(0, centre - half), positive == n ? 1 : Math.min(1, centre + half));
    }
}
