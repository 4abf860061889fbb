package io.holdfast.eventstore.append;

import io.holdfast.eventstore.api.LogReplacedException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.LogPosition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which commits become blocks, as a state machine without threads, clock or database: {@link #next}
 * returns the next step, {@link #on} takes its outcome.
 *
 * <p>The draft is resent unchanged until it is known to be stored or known to be dead. It is stored when a
 * majority-committed block has its uuid. It is dead when another majority-committed block has its number or one of its
 * keys, because the unique indexes then refuse every copy of it, however late it arrives. Finding nothing proves
 * neither.
 *
 * <p>Not final: the simulation overrides the package-private decisions to plant bugs.
 */
class CommitterProtocol {

    /** Notified of events in the protocol; must be quick and must not throw. */
    interface Listener {
        /** The block is stored; its commits are answered after this returns. */
        void onStored(Draft draft);

        /** A commit conflicts with an event in the log. */
        void onConflict();

        /** Another writer stored a block with the same number first. */
        void onRaceLost();

        /** An attempt to store a block failed, or its outcome is unknown; it will be retried. */
        void onRetry();
    }

    private static final Step IDLE = new Step.Idle();
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final BlockLimits limits;
    private final BiFunction<RuntimeException, EncodedEvent, RuntimeException> conflicts;
    private final RandomGenerator random;
    private final Listener listener;
    private final Deque<Commit> queue = new ArrayDeque<>();
    private @Nullable BlockHeader head;
    private Step step = IDLE;
    private boolean uncertain;
    private int setbacks;
    /** How many of the next commits get a block of their own. */
    private int alone;

    /** @param conflicts creates the exception for the appender of a conflicting event */
    CommitterProtocol(
            BlockLimits limits,
            BiFunction<RuntimeException, EncodedEvent, RuntimeException> conflicts,
            RandomGenerator random,
            Listener listener) {
        this.limits = limits;
        this.conflicts = conflicts;
        this.random = random;
        this.listener = listener;
    }

    void offer(Commit commit) {
        queue.add(commit);
    }

    Step next() {
        if (step instanceof Step.Idle) {
            queue.removeIf(commit -> !commit.isWaitedFor());
            if (!queue.isEmpty()) {
                step = head == null ? new Step.FindHead(-1) : draft(head);
            }
        }
        return step;
    }

    void on(Outcome outcome) {
        step = switch (step) {
            case Step.FindHead _ -> onHead(outcome);
            case Step.Insert(Draft draft) -> onInsert(draft, (Outcome.OfInsert) outcome);
            case Step.ReadBack(Draft draft) -> onReadBack(draft, outcome);
            case Step.FindConflicts(Draft draft) -> onConflicts(draft, outcome);
            case Step.Pause pause -> pause.then();
            case Step.Idle _ -> throw unexpected(outcome);
        };
    }

    /** The log was replaced: whatever waits was decided on the old log, so it is refused. */
    void replaced() {
        draftOf(step).ifPresent(draft -> refused(draft, new LogReplacedException(), refusedAsReplaced()));
        queue.forEach(commit -> commit.failed(refusedAsReplaced()));
        queue.clear();
        head = null;
        setbacks = 0;
        step = IDLE;
    }

    private static NotStoredException refusedAsReplaced() {
        return new NotStoredException(
                "The event log was replaced meanwhile; nothing is stored", new LogReplacedException());
    }

    private static Optional<Draft> draftOf(Step step) {
        return switch (step) {
            case Step.Insert(Draft draft) -> Optional.of(draft);
            case Step.ReadBack(Draft draft) -> Optional.of(draft);
            case Step.FindConflicts(Draft draft) -> Optional.of(draft);
            case Step.Pause pause -> draftOf(pause.then());
            case Step.FindHead _, Step.Idle _ -> Optional.empty();
        };
    }

    private Step onHead(Outcome outcome) {
        return switch (outcome) {
            case Outcome.HeadFound(BlockHeader found) -> {
                head = found;
                yield IDLE;
            }
            case Outcome.ReadFailed _ -> pauseThen(IDLE);
            default -> throw unexpected(outcome);
        };
    }

    private Step onInsert(Draft draft, Outcome.OfInsert outcome) {
        return switch (outcome) {
            case Outcome.Inserted _ -> stored(draft);
            case Outcome.Duplicate _ -> new Step.ReadBack(draft);
            case Outcome.Uncertain _ -> resend(draft);
            case Outcome.NotSent _ -> uncertain ? resend(draft) : notSent(draft);
            case Outcome.Refused _ when draft.commits.size() > 1 && !uncertain -> apart(draft);
            case Outcome.Unwritable(RuntimeException cause) ->
                refused(
                        draft,
                        cause,
                        new NotStoredException("The database takes no writes: " + cause.getMessage(), cause));
            case Outcome.Refused(RuntimeException cause) ->
                refused(
                        draft,
                        cause,
                        new EventStoreException("The server refused the block: " + cause.getMessage(), cause));
        };
    }

    Step onReadBack(Draft draft, Outcome outcome) {
        return switch (outcome) {
            case Outcome.BlockFound(BlockHeader block) when block.uuid().equals(draft.header.uuid()) -> stored(draft);
            case Outcome.BlockFound(BlockHeader winner) -> {
                listener.onRaceLost();
                head = winner;
                dead(draft);
                yield pauseThen(new Step.FindHead(winner.number()));
            }
            case Outcome.BlockMissing _ -> new Step.FindConflicts(draft);
            case Outcome.ReadFailed _ -> resend(draft);
            default -> throw unexpected(outcome);
        };
    }

    Step onConflicts(Draft draft, Outcome outcome) {
        return switch (outcome) {
            case Outcome.ConflictsFound found when isIn(draft, found) -> stored(draft);
            case Outcome.ConflictsFound found
            when found.keys().isEmpty() && found.ids().isEmpty() ->
                resend(draft); // the duplicate is a block that is not majority-committed yet
            case Outcome.ConflictsFound found -> {
                draft.commits.forEach(commit -> rejectIfHit(commit, found));
                dead(draft);
                yield new Step.FindHead(draft.previous.number());
            }
            case Outcome.ReadFailed _ -> resend(draft);
            default -> throw unexpected(outcome);
        };
    }

    /** Our own block may have become visible between two reads: its keys and ids are then no conflict. */
    private static boolean isIn(Draft draft, Outcome.ConflictsFound found) {
        UUID ours = draft.header.uuid();
        return Stream.of(found.keys(), found.ids())
                .flatMap(holders -> holders.values().stream())
                .anyMatch(block -> block.uuid().equals(ours));
    }

    void rejectIfHit(Commit commit, Outcome.ConflictsFound found) {
        for (EncodedEvent event : commit.events) {
            if (found.keys().containsKey(event.key) || found.ids().containsKey(event.stored.id())) {
                reject(commit, event);
                return;
            }
        }
    }

    final void reject(Commit commit, EncodedEvent because) {
        listener.onConflict();
        commit.failed(conflicts.apply(new DuplicateEventException(because), because));
    }

    private Step stored(Draft draft) {
        head = draft.header;
        uncertain = false;
        setbacks = 0;
        listener.onStored(draft);
        int next = 0;
        for (Commit commit : draft.commits) {
            next += commit.events.size();
            commit.stored(LogPosition.of(draft.header.number(), next - 1));
        }
        return IDLE;
    }

    /**
     * The draft will never be stored: its commits that are still waited for go back to the front of the queue, in
     * order.
     */
    final Step dead(Draft draft) {
        uncertain = false;
        for (Commit commit : draft.commits.reversed()) {
            if (commit.requeue()) {
                queue.addFirst(commit);
            }
        }
        return IDLE;
    }

    /**
     * Sends the same document again while anyone waits for it. Dropping it when nobody does is safe: the next block
     * takes the same number, so only one of the two can be stored.
     */
    Step resend(Draft draft) {
        if (draft.commits.stream().anyMatch(Commit::isWaitedFor)) {
            uncertain = true; // even after a duplicate: the stored block may be a copy of this draft
            listener.onRetry();
            return pauseThen(new Step.Insert(draft));
        }
        uncertain = false;
        return head == null ? IDLE : new Step.FindHead(head.number());
    }

    private Step notSent(Draft draft) {
        listener.onRetry();
        return pauseThen(dead(draft));
    }

    /** The server refuses one of the commits: each gets a block of its own, so that the others are stored. */
    private Step apart(Draft draft) {
        alone = draft.commits.size();
        return dead(draft);
    }

    /** @param refusal the exception for the appenders, unless an earlier attempt may have been stored */
    private Step refused(Draft draft, RuntimeException cause, RuntimeException refusal) {
        for (Commit commit : draft.commits) {
            commit.failed(
                    uncertain
                            ? new OutcomeUnknownException("Refused after an attempt that may have been stored", cause)
                            : refusal);
        }
        uncertain = false;
        return IDLE;
    }

    private Step draft(BlockHeader on) {
        List<Commit> batch = new BatchFiller(alone > 0 ? limits.ofOneCommit() : limits).takeFrom(queue);
        alone = Math.max(0, alone - 1);
        return batch.isEmpty() ? IDLE : new Step.Insert(new Draft(on, batch, uuid()));
    }

    final UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Waits a random time that grows with every consecutive setback, so that writers stop colliding. */
    final Step pauseThen(Step then) {
        setbacks = Math.min(setbacks + 1, 16);
        long bound = Math.min(LONGEST_PAUSE.toNanos(), 500_000L << setbacks);
        return new Step.Pause(Duration.ofNanos(random.nextLong(bound) + 1), then);
    }

    private IllegalStateException unexpected(Outcome outcome) {
        return new IllegalStateException("The answer to " + step + " cannot be " + outcome);
    }
}
