package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes writes durable before they are answered, and lets those that wait at the same time share one commit and one
 * {@code fsync}: the first to wait leads, the others follow; who writes meanwhile is carried by the next leader.
 */
final class Durability {
    private static final int WRITE_CONCERN_FAILED = 64;

    private final MVStore mvStore;
    private final Lock writeLock;
    private final boolean persistent;
    private final ReentrantLock gate = new ReentrantLock();
    private final Condition settled = gate.newCondition();

    /** The number of writes done; changed under the write lock. */
    private volatile long written;

    private volatile long durable;
    private boolean leading;

    /** Stays: after a failed {@code fsync} a later one may succeed although pages are lost. */
    private volatile @Nullable RuntimeException failure;

    Durability(MVStore mvStore, Lock writeLock) {
        this.mvStore = mvStore;
        this.writeLock = writeLock;
        this.persistent = mvStore.getFileStore() != null;
    }

    /** Counts a write that was just done. The caller holds the write lock. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void written() {
        written++;
    }

    long ticket() {
        return written;
    }

    /** Returns when every write up to {@code ticket} is on the disk; at once in memory. */
    void await(long ticket) {
        if (!persistent || durable >= ticket) {
            return;
        }
        gate.lock();
        try {
            while (durable < ticket) {
                refuseAfterFailure();
                if (leading) {
                    settled.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            gate.unlock();
        }
    }

    boolean failed() {
        return failure != null;
    }

    /** Throws when something could not be made durable before: from then on nothing is written. */
    void refuseAfterFailure() {
        RuntimeException problem = failure;
        if (problem != null) {
            throw new MongoServerError(
                    WRITE_CONCERN_FAILED, "WriteConcernFailed", "not durable: " + problem.getMessage(), problem);
        }
    }

    private void lead() {
        leading = true;
        gate.unlock();
        long upTo = 0;
        RuntimeException problem = null;
        try {
            upTo = commitAndSync();
        } catch (RuntimeException e) {
            problem = e;
        } finally {
            gate.lock();
            leading = false;
            failure = problem == null ? failure : problem;
            durable = Math.max(durable, upTo);
            settled.signalAll();
        }
    }

    /** The commit keeps writers out, the sync does not. */
    private long commitAndSync() {
        long upTo;
        writeLock.lock();
        try {
            upTo = written;
            mvStore.commit();
        } finally {
            writeLock.unlock();
        }
        mvStore.sync();
        return upTo;
    }
}
