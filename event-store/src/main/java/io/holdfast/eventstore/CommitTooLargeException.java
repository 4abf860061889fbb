package io.holdfast.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** One unit of work published more than a block can hold; nothing was sent. */
public class CommitTooLargeException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    CommitTooLargeException(String message) {
        super(message);
    }
}
