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
 * The event log in its current form, for readers that remember how far they have read. If their position is beyond the
 * end, or the log has a different event there, the log was restored from an older copy or replaced, and the state
 * derived from it is no longer valid.
 */
public final class LogHistory {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    /** @param log a log whose tokens are plain positions */
    public LogHistory(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** The position of the last event, read from the database; -1 when there is none. */
    public long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** The event at a position; empty when the log has none there. Does not wait for one. */
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

    /** Why the log no longer matches a reader that has read up to this mark; empty when it matches. Reads one event. */
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

    /** A message that the log has no event at this position, for example because it ends before it. */
    public static String beyond(long position, long head) {
        return "stands at position " + position + ", where the log has no event (its last one is at " + head
                + "): the log was restored or replaced";
    }

    /** The position of an event in the log. */
    public static long position(TrackedEventMessage<?> message) {
        return Objects.requireNonNull(message.trackingToken()).position().orElseThrow();
    }
}
