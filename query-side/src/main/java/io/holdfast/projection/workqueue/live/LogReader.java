package io.holdfast.projection.workqueue.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.io.IOUtils;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads which aggregates the events of the log belong to, without deserializing payloads. */
final class LogReader {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    LogReader(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** The position of the last event; -1 when there is none. */
    long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** An endless stream of the events after a position. */
    BlockingStream<TrackedEventMessage<?>> after(long position) {
        return log.openStream(position < 0 ? null : new GlobalSequenceTrackingToken(position));
    }

    /**
     * The events between two positions.
     *
     * @param touched the position of the last event of each aggregate, in the order of these positions
     * @param last the position of the last event
     * @param complete whether all events were read
     * @param since the time of the event at the first position; the beginning of time if there is none
     */
    record Window(Map<String, Long> touched, long last, boolean complete, Instant since) {}

    /** Reads at most {@code most} events after {@code from}, up to and including {@code to}. */
    Window between(long from, long to, int most) throws InterruptedException {
        var touched = new LinkedHashMap<String, Long>();
        Instant since = Instant.EPOCH;
        long last = from;
        var stream = after(from - 1);
        try {
            boolean more = stream.hasNextAvailable();
            for (int i = 0; more; i++) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (position(event) == from) {
                    since = event.getTimestamp();
                } else if (position(event) > to) {
                    break;
                } else if (i > most) {
                    return new Window(touched, last, false, since);
                } else {
                    last = note(event, touched);
                }
                more = last < to && stream.hasNextAvailable();
            }
            return new Window(touched, Math.max(last, to), true, since);
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }

    /** Reads at most {@code most} available events; waits a limited time for the first. */
    static Window next(BlockingStream<TrackedEventMessage<?>> stream, long from, int most, long millis)
            throws InterruptedException {
        var touched = new LinkedHashMap<String, Long>();
        long last = from;
        if (stream.hasNextAvailable((int) millis, TimeUnit.MILLISECONDS)) {
            for (int i = 0; i < most && stream.hasNextAvailable(); i++) {
                last = note(stream.nextAvailable(), touched);
            }
        }
        return new Window(touched, last, true, Instant.EPOCH);
    }

    private static long note(TrackedEventMessage<?> event, Map<String, Long> touched) {
        long position = position(event);
        if (event instanceof DomainEventMessage<?> domain) {
            touched.remove(domain.getAggregateIdentifier());
            touched.put(domain.getAggregateIdentifier(), position);
        }
        return position;
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
