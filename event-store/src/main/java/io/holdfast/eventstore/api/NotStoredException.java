package io.holdfast.eventstore.api;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The events are certainly not stored, for a reason unrelated to their content; retrying is safe. */
public final class NotStoredException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public NotStoredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
