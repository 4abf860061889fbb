package io.holdfast.projection.support;

/** The store of the read models does not answer; no event is to blame, and the batch is delivered again. */
public final class ReadModelUnavailableException extends RuntimeException {
    public ReadModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
