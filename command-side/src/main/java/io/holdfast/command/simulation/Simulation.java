package io.holdfast.command.simulation;

import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.value.Sha256;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A requested replay and its progress. Thread-safe. */
public final class Simulation {
    private final String id = UUID.randomUUID().toString();
    private final DraftId draft;
    private final Sha256 contentHash;
    private final LocalDate from;
    private final LocalDate to;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Progress progress = new Progress(State.WAITING, 0, 0, null, null);

    /** The state of a simulation. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether the state is final. */
        public boolean isLast() {
            return this != WAITING && this != RUNNING;
        }
    }

    /**
     * The progress of a simulation.
     *
     * @param screened the number of declarations screened
     * @param share the share of the log that was read, 0 to 1
     * @param result null until it is done
     * @param failure why it failed, in words for the caller
     */
    public record Progress(
            State state,
            long screened,
            double share,
            @Nullable SimulationResult result,
            @Nullable String failure) {}

    Simulation(DraftId draft, Sha256 contentHash, LocalDate from, LocalDate to) {
        this.draft = draft;
        this.contentHash = contentHash;
        this.from = from;
        this.to = to;
    }

    /** The id of the simulation. */
    public String id() {
        return id;
    }

    /** The draft that it replays. */
    public DraftId draft() {
        return draft;
    }

    /** The digest of the content that it replays. */
    public Sha256 contentHash() {
        return contentHash;
    }

    /** The first day. */
    public LocalDate from() {
        return from;
    }

    /** The last day. */
    public LocalDate to() {
        return to;
    }

    /** The current progress. */
    public Progress progress() {
        lock.lock();
        try {
            return progress;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the progress differs from the known one, for at most this long; returns the current progress. */
    public Progress awaitChange(Progress known, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (progress == known && left > 0) {
                left = changed.awaitNanos(left);
            }
            return progress;
        } finally {
            lock.unlock();
        }
    }

    /** @throws CancellationException when the simulation was cancelled */
    void screened(long declarations, double share) {
        if (!move(new Progress(State.RUNNING, declarations, share, null, null))) {
            throw new CancellationException();
        }
    }

    void done(long declarations, SimulationResult result) {
        var _ = move(new Progress(State.DONE, declarations, 1, result, null));
    }

    void failed(String reason) {
        Progress before = progress();
        var _ = move(new Progress(State.FAILED, before.screened(), before.share(), null, reason));
    }

    /** Cancels it. Returns false when it had already ended. */
    boolean cancel() {
        Progress before = progress();
        return move(new Progress(State.CANCELLED, before.screened(), before.share(), null, null));
    }

    /** Changes the progress unless the simulation has ended. */
    private boolean move(Progress next) {
        lock.lock();
        try {
            if (progress.state().isLast()) {
                return false;
            }
            progress = next;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
