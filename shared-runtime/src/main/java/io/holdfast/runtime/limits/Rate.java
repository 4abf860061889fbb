package io.holdfast.runtime.limits;

import java.time.Duration;

/**
 * So many in a time: all of them at once if need be, and then as fast as they come back.
 *
 * @param count how many
 * @param per in which time
 */
public record Rate(int count, Duration per) {
    /** @throws IllegalArgumentException unless both are more than zero */
    public Rate {
        if (count < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("A rate needs a count and a time of more than zero");
        }
    }
}
