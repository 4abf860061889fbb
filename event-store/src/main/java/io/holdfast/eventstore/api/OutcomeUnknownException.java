package io.holdfast.eventstore.api;

import org.axonframework.common.AxonNonTransientException;

/**
 * The events were sent, but it is unknown whether they are stored. Do not retry blindly: load the aggregate first. The
 * exception is non-transient so that Axon's retry schedulers do not retry it.
 */
public final class OutcomeUnknownException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
