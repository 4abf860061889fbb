package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;
import org.jspecify.annotations.Nullable;

/** The lift: how many times larger one share is than another. */
public final class Lift {
    private Lift() {}

    /**
     * The 95 % interval of the ratio of two independent shares, computed from their own intervals on the logarithmic
     * scale: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693-1702.
     *
     * @return null unless both shares are more than 0
     */
    public static @Nullable Interval interval95(double share, Interval ofShare, double base, Interval ofBase) {
        if (!(share > 0 && base > 0)) {
            return null;
        }
        double lift = Math.log(share / base);
        double below = Math.hypot(Math.log(share / ofShare.low()), Math.log(ofBase.high() / base));
        double above = Math.hypot(Math.log(ofShare.high() / share), Math.log(base / ofBase.low()));
        return new Interval(Math.exp(lift - below), Math.exp(lift + above));
    }
}
