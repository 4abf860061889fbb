package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.LogMark;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event log as one event processor reads it. It remembers the last event read, so it can detect that the log has
 * since been restored or replaced. It opens no stream on such a log, because its events would be folded into state that
 * was made from other events.
 */
final class FollowedLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final LogHistory history;
    private volatile LogMark read = LogMark.START;

    FollowedLog(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
        this.history = new LogHistory(log);
    }

    /** The last event read since this process started; {@link LogMark#START} if there is none. */
    LogMark read() {
        return read;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        BlockingStream<TrackedEventMessage<?>> stream = log.openStream(token);
        // Checked after opening: opening may be what discovers the different log, and from then on the
        // stream itself does.
        Optional<String> departure = history.departure(read);
        if (departure.isPresent()) {
            stream.close();
            throw new IllegalStateException("The processor " + departure.get());
        }
        return new Reading(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return log.createTokenAt(moment);
    }

    private synchronized void noted(TrackedEventMessage<?> event) {
        long position = LogHistory.position(event);
        if (position > read.position()) {
            read = new LogMark(position, event.getIdentifier());
        }
    }

    private final class Reading implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;

        Reading(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable() {
            return stream.hasNextAvailable();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> next = stream.nextAvailable();
            noted(next);
            return next;
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
