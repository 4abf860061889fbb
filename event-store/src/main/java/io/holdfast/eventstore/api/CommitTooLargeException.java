package io.holdfast.eventstore.api;

import org.axonframework.common.AxonNonTransientException;

/** Thrown when one unit of work published more than a block can hold; nothing was sent. */
public final class CommitTooLargeException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    public CommitTooLargeException(String message) {
        super(message);
    }
}
