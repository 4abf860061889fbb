package io.holdfast.eventstore.append;

import io.holdfast.eventstore.api.CommitPositions;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the log. Within a unit of work they are serialized and buffered, then written in the commit phase of
 * its root; without one they are written at once.
 */
public final class Appender implements AutoCloseable {

    private final String bufferKey = Appender.class.getName() + "/" + UUID.randomUUID();
    private final BlockLimits limits;
    private final Duration timeout;
    private final EventLogMetrics metrics;
    private final BiFunction<RuntimeException, EventMessage<?>, RuntimeException> conflicts;
    private final Committer committer;

    /**
     * Starts the committer's thread.
     *
     * @param timeout how long an appender waits for its answer, and how long closing waits for commits in flight
     * @param stored called with every stored block before its appenders are answered; must be quick and must not throw
     * @param conflicts creates the exception for the appender of a conflicting event
     * @param lookInterval how old the last check of the log's head may be when the next block is written after it
     * @param replaced called when the log turns out to have been replaced, before anything more is written; must be
     *     quick
     */
    public Appender(
            LogWriter log,
            BlockLimits limits,
            Duration timeout,
            EventLogMetrics metrics,
            Consumer<Block> stored,
            BiFunction<RuntimeException, EventMessage<?>, RuntimeException> conflicts,
            Duration lookInterval,
            Runnable replaced) {
        this.limits = limits;
        this.timeout = timeout;
        this.metrics = metrics;
        this.conflicts = conflicts;
        var protocol = new CommitterProtocol(limits, this::conflict, new Jitter(), new Announcer(metrics, stored));
        this.committer = new Committer(protocol, log, timeout, lookInterval, replaced);
    }

    /** Appends events: at commit when this thread has a unit of work that is not committing yet, else at once. */
    public void append(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<EncodedEvent> encoded = events.stream()
                .<EncodedEvent>map(event -> new EncodedEvent(event, serializer))
                .toList();
        UnitOfWork<?> root =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root() : null;
        if (root == null || root.phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT)) {
            commit(encoded, root);
            return;
        }
        List<EncodedEvent> buffer = root.getOrComputeResource(bufferKey, _ -> {
            List<EncodedEvent> fresh = new ArrayList<>();
            root.onCommit(unitOfWork -> commit(fresh, unitOfWork));
            return fresh;
        });
        buffer.addAll(encoded);
    }

    private void commit(List<EncodedEvent> events, @Nullable UnitOfWork<?> unitOfWork) {
        if (events.isEmpty()) {
            return;
        }
        var commit = new Commit(events);
        limits.check(commit);
        EncodedEvent repeated = commit.repeated();
        if (repeated != null) {
            throw conflict(new DuplicateEventException(repeated), repeated);
        }
        long start = System.nanoTime();
        committer.submit(commit);
        long position = commit.await(timeout);
        metrics.appended(Duration.ofNanos(System.nanoTime() - start), events.size());
        CommitPositions.committed(unitOfWork, position);
    }

    private RuntimeException conflict(RuntimeException cause, EncodedEvent event) {
        return conflicts.apply(cause, event.message);
    }

    /** Called when the log was replaced: waiting commits were decided on the old log and are refused. */
    public void forgetTheLog() {
        committer.forgetTheLog();
    }

    /** Refuses further appends and writes those in flight; waits no longer than an appender would. */
    @Override
    public void close() {
        committer.close();
    }

    private record Announcer(EventLogMetrics metrics, Consumer<Block> stored) implements CommitterProtocol.Listener {
        @Override
        public void onStored(Draft draft) {
            stored.accept(draft.asBlock());
            metrics.blockStored(draft.commits.size(), draft.events().size(), draft.bytes());
        }

        @Override
        public void onConflict() {
            metrics.conflict();
        }

        @Override
        public void onRaceLost() {
            metrics.raceLost();
        }

        @Override
        public void onRetry() {
            metrics.retried();
        }
    }

    /** Uses the random generator of the calling thread. */
    private static final class Jitter implements RandomGenerator {
        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }
    }
}
