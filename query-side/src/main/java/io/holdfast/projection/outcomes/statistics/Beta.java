package io.holdfast.projection.outcomes.statistics;

/** The beta distribution. */
final class Beta {
    private static final int TERMS = 10_000;
    private static final double TINY = 1e-300;
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Beta() {}

    /**
     * The quantile: the value below which a share {@code p} of the distribution lies.
     *
     * @param p between 0 and 1
     * @param a more than 0
     * @param b more than 0
     */
    static double quantile(double p, double a, double b) {
        double low = 0;
        double high = 1;
        // Sixty bisections reach full precision; the distribution function is increasing.
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share of the distribution below {@code x}: the regularised incomplete beta function. */
    static double distribution(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        // The continued fraction converges fast only on this side of the mean.
        return x < (a + 1) / (a + b + 2) ? fromBelow(x, a, b) : 1 - fromBelow(1 - x, b, a);
    }

    private static double fromBelow(double x, double a, double b) {
        double logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
        return Math.exp(logFront) * fraction(x, a, b) / a;
    }

    /** The continued fraction, by Lentz's method: Digital Library of Mathematical Functions, 8.17.22 and 3.10(iii). */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double away(double fromZero) {
        return Math.abs(fromZero) < TINY ? TINY : fromZero;
    }

    /** The logarithm of the gamma function for positive arguments: C. Lanczos, SIAM Journal on Numerical Analysis B 1 (1964) 86-96. */
    static double logGamma(double z) {
        if (z < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
        }
        double x = z - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
