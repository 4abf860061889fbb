package io.holdfast.runtime.limits;

import java.time.Duration;

/** A caller sends requests more often than is allowed. */
public final class TooManyRequestsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait the time after which the caller can try again */
    public TooManyRequestsException(Duration wait) {
        super("That was too often; try again in " + seconds(wait) + " s");
        this.wait = wait;
    }

    /** The value of the header {@code Retry-After}. */
    public long retryAfterSeconds() {
        return seconds(wait);
    }

    private static long seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
