package io.holdfast.projection.support;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Where the log ends. */
final class LogHead {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    LogHead(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** The position of the last event, asked of the database; -1 when there is none. */
    long position() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }
}
