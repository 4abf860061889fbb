package io.holdfast.runtime.log;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.common.io.IOUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event log as it is now, for those who remember how far they have read it. A position beyond the end, or another event
 * where one was read, means that the log was restored from an older copy or replaced: what was made of it no longer holds.
 */
public final class LogHistory {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    /** @param log a log whose tokens are plain positions */
    public LogHistory(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** The position of the last event, asked of the database; -1 when there is none. */
    public long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** The event at a position; empty when the log has none there. Never waits for one. */
    public Optional<TrackedEventMessage<?>> at(long position) {
        var stream = log.openStream(position <= 0 ? null : new GlobalSequenceTrackingToken(position - 1));
        try {
            TrackedEventMessage<?> found = stream.hasNextAvailable() ? stream.nextAvailable() : null;
            return found != null && position(found) == position ? Optional.of(found) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the event log was read", stopped);
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }

    /** Why a reader that has come so far is not on this log; empty when it is. Reads one event. */
    public Optional<String> departure(LogMark reached) {
        if (reached.position() < 0) {
            return Optional.empty();
        }
        return at(reached.position())
                .map(found -> departure(reached, found.getIdentifier()))
                .orElseGet(() -> Optional.of(beyond(reached.position(), head())));
    }

    private static Optional<String> departure(LogMark reached, @Nullable String found) {
        return reached.event() == null || Objects.equals(reached.event(), found)
                ? Optional.empty()
                : Optional.of("has read another event at position " + reached.position() + " than the log holds there"
                        + ": the log was restored or replaced");
    }

    /** In words, that a position is beyond the end of the log, or in none of its events. */
    public static String beyond(long position, long head) {
        return "stands at position " + position + ", where the log has no event (its last one is at " + head
                + "): the log was restored or replaced";
    }

    /** Where an event of the log stands. */
    public static long position(TrackedEventMessage<?> message) {
        return Objects.requireNonNull(message.trackingToken()).position().orElseThrow();
    }
}
