package io.holdfast.eventstore.api;

import org.axonframework.common.AxonNonTransientException;

/**
 * The events were sent, and whether they are stored is not known. Do not retry blindly: load the aggregate first. It is
 * non-transient, so that Axon's retry schedulers leave it alone.
 */
public final class OutcomeUnknownException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
