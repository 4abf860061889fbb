package io.holdfast.eventstore.append;

import io.holdfast.eventstore.api.LogReplacedException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.block.KnownHead;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the protocol's steps on one thread; appenders submit commits from their own threads. */
final class Committer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final CommitterProtocol protocol;
    private final LogWriter log;
    private final Duration patience;
    private final Queue<Commit> inbox = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final FailureLog trouble = new FailureLog(LOG, "The event log takes blocks again");
    private final KnownHead known;
    private final Runnable onReplaced;
    private volatile boolean closed;
    private volatile boolean replaced;
    private boolean failed; // used by the committer's thread only

    /**
     * @param patience how long closing waits for commits in flight
     * @param lookInterval how old the last check of the log's head may be when the next block is written after it
     * @param onReplaced called when the log turns out to have been replaced
     */
    Committer(
            CommitterProtocol protocol, LogWriter log, Duration patience, Duration lookInterval, Runnable onReplaced) {
        this.protocol = protocol;
        this.log = log;
        this.patience = patience;
        this.known = new KnownHead(log::header, lookInterval);
        this.onReplaced = onReplaced;
        this.thread = Thread.ofPlatform().name("event-log-committer").daemon().start(this::run);
    }

    /** @throws NotStoredException when the log is closed */
    void submit(Commit commit) {
        if (closed) {
            throw new NotStoredException("The event log is closed", null);
        }
        inbox.add(commit);
        LockSupport.unpark(thread);
    }

    /**
     * Called when the log was replaced: waiting commits were decided on the old log and are refused; the next block
     * follows the end of the new one.
     */
    void forgetTheLog() {
        replaced = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (true) {
            if (replaced) {
                replaced = false;
                protocol.replaced();
            }
            for (Commit commit = inbox.poll(); commit != null; commit = inbox.poll()) {
                protocol.offer(commit);
            }
            Step step = protocol.next();
            if (!(step instanceof Step.Idle)) {
                protocol.on(carryOut(step));
            } else if (inbox.isEmpty()) {
                if (closed) {
                    return;
                }
                if (!replaced) {
                    LockSupport.park(this);
                }
            }
        }
    }

    private Outcome carryOut(Step step) {
        try {
            return switch (step) {
                case Step.Insert(Draft draft) -> logged(insert(draft));
                case Step.FindHead(long from) -> new Outcome.HeadFound(log.head(from));
                case Step.ReadBack(Draft draft) ->
                    log.header(draft.header.number())
                            .<Outcome>map(Outcome.BlockFound::new)
                            .orElseGet(Outcome.BlockMissing::new);
                case Step.FindConflicts(Draft draft) -> log.find(draft.keys(), draft.ids());
                case Step.Pause(Duration time, Step _) -> pause(time);
                case Step.Idle _ -> throw new IllegalStateException("Nothing to carry out");
            };
        } catch (RuntimeException e) {
            trouble.is("The event log does not answer", e);
            return step instanceof Step.Insert ? new Outcome.Uncertain(e) : new Outcome.ReadFailed(e);
        }
    }

    /**
     * Checks the head first after a while or a failure: the log may have been replaced, and a block written in the
     * wrong place would be lost.
     */
    private Outcome.OfInsert insert(Draft draft) {
        if (failed || known.isMissing() || known.isToBeLookedAt()) {
            if (known.isGone(draft.previous)) {
                replaced = true;
                onReplaced.run();
            }
            if (replaced || known.isMissing()) {
                return new Outcome.NotSent(new LogReplacedException());
            }
        }
        Outcome.OfInsert outcome = log.insert(draft);
        failed = !(outcome instanceof Outcome.Inserted || outcome instanceof Outcome.Duplicate);
        return outcome;
    }

    private Outcome logged(Outcome.OfInsert outcome) {
        switch (outcome) {
            case Outcome.Uncertain(RuntimeException e) ->
                trouble.is("A block may or may not be stored; sending it again", e);
            case Outcome.NotSent(RuntimeException e) -> trouble.is("A block could not be sent", e);
            case Outcome.Unwritable(RuntimeException e) -> trouble.is("The database takes no writes", e);
            case Outcome.Refused(RuntimeException e) -> LOG.error("The server refuses a block", e);
            case Outcome.Inserted _ -> trouble.isOver();
            case Outcome.Duplicate _ -> {}
        }
        return outcome;
    }

    private static Outcome pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return new Outcome.Paused();
    }

    /** Takes no more commits, writes those it has, and stops. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(patience)) {
                LOG.warn("The event log did not finish what is in flight within {}", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
