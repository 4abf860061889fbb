package io.holdfast.eventstore.append;

import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work on their way into the log: they are stored in one block together, or not at all.
 *
 * <p>The waiting appender and the committer share the phase: a commit that was never sent can be withdrawn with
 * certainty, one that was sent cannot.
 */
final class Commit {

    private enum Phase {
        QUEUED,
        SENT,
        GIVEN_UP,
        DONE
    }

    final List<EncodedEvent> events;
    final int bytes;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);
    private final CompletableFuture<Long> result = new CompletableFuture<>();

    Commit(List<EncodedEvent> events) {
        this.events = List.copyOf(events);
        this.bytes = events.stream().mapToInt(EncodedEvent::size).sum();
    }

    /** The first event whose key or identifier occurs twice in the commit; the server cannot detect that. */
    @Nullable EncodedEvent repeated() {
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (EncodedEvent event : events) {
            if (!keys.add(event.key) || !ids.add(event.stored.id())) {
                return event;
            }
        }
        return null;
    }

    /** Takes the commit into a block; false when its appender has stopped waiting. */
    boolean claim() {
        return phase.compareAndSet(Phase.QUEUED, Phase.SENT);
    }

    /**
     * Puts the commit back in the queue because its block is certainly not stored; false when its appender has stopped
     * waiting.
     */
    boolean requeue() {
        return phase.compareAndSet(Phase.SENT, Phase.QUEUED);
    }

    boolean isWaitedFor() {
        Phase now = phase.get();
        return now == Phase.QUEUED || now == Phase.SENT;
    }

    void stored(long position) {
        phase.set(Phase.DONE);
        result.complete(position);
    }

    void failed(RuntimeException cause) {
        phase.set(Phase.DONE);
        result.completeExceptionally(cause);
    }

    /**
     * Waits for the outcome.
     *
     * @return the position of the last event
     * @throws OutcomeUnknownException on timeout when the events were sent
     * @throws NotStoredException on timeout when they were not sent
     */
    long await(Duration timeout) {
        try {
            return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return giveUp("No answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp("Interrupted while waiting", e);
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private long giveUp(String why, Exception cause) {
        while (isWaitedFor()) {
            if (phase.compareAndSet(Phase.QUEUED, Phase.GIVEN_UP)) {
                throw new NotStoredException(why + ": the events were not sent and will not be stored", cause);
            }
            if (phase.compareAndSet(Phase.SENT, Phase.GIVEN_UP)) {
                throw new OutcomeUnknownException(why + ": the events were sent and may be stored", cause);
            }
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        return cause instanceof RuntimeException failure ? failure : new EventStoreException("Append failed", cause);
    }
}
