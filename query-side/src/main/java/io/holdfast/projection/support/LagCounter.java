package io.holdfast.projection.support;

import org.axonframework.common.io.IOUtils;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Counts the events between two positions. It reads them, because positions have gaps. */
final class LagCounter {
    /** Counting stops here; beyond this the exact number does not matter. */
    static final int LIMIT = 10_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    LagCounter(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** The number of events after {@code position}, up to and including {@code head}; at most {@link #LIMIT}. */
    int between(long position, long head) {
        if (position >= head) {
            return 0;
        }
        var stream = log.openStream(position < 0 ? null : new GlobalSequenceTrackingToken(position));
        try {
            return count(stream, head);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LIMIT;
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }

    private static int count(BlockingStream<TrackedEventMessage<?>> stream, long head) throws InterruptedException {
        int count = 0;
        while (count < LIMIT
                && stream.hasNextAvailable()
                && ProjectionInvoker.position(stream.nextAvailable()) <= head) {
            count++;
        }
        return count;
    }
}
