package io.holdfast.projection.support;

/** The read model store does not respond. No event is at fault; the batch is redelivered. */
public final class ReadModelUnavailableException extends RuntimeException {
    public ReadModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
