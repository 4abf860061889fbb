package io.holdfast.runtime.limits;

import java.time.Duration;

/**
 * A rate limit: {@code count} actions, all at once if need be, which become available again evenly over the time
 * {@code per}.
 *
 * @param count the number of actions
 * @param per the time in which all of them become available again
 */
public record Rate(int count, Duration per) {
    /** @throws IllegalArgumentException unless both are greater than zero */
    public Rate {
        if (count < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("A rate needs a count and a time of more than zero");
        }
    }
}
