package io.holdfast.eventstore.append;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The log already has an event with this key or identifier; the cause of Axon's concurrency exceptions. */
public class DuplicateEventException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    private final transient EncodedEvent event;

    DuplicateEventException(EncodedEvent event) {
        super("The log already holds " + event.key + " or event " + event.stored.id());
        this.event = event;
    }

    EncodedEvent event() {
        return event;
    }
}
