package io.holdfast.command.position;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The end of the event log: a position that covers everything this process has written. */
@Component
public class EndOfLog {
    private final EventStore log;

    EndOfLog(EventStore log) {
        this.log = log;
    }

    /** The position of the last event; -1 when there is none. */
    public long position() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }
}
