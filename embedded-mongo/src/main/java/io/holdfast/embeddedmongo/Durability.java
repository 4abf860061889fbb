package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes writes durable before they are answered, and lets those that wait at the same time share one commit and one
 * {@code fsync}: the first to wait leads, the others follow; who writes meanwhile is carried by the next leader.
 */
final class Durability {
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);
    private static final int WRITE_CONCERN_FAILED = 64;
    private static final int OUT_OF_DISK_SPACE = 14031;

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

    /** Why writes are refused before they begin; comes and goes. */
    private volatile @Nullable String closedBecause;

    private volatile Runnable whenFailed = () -> {};

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

    /** Something could not be written or confirmed; null while all is well. */
    @Nullable RuntimeException failure() {
        return failure;
    }

    /** @param action told once, from a thread that may hold locks; it must neither wait nor throw */
    void whenFailed(Runnable action) {
        whenFailed = action;
    }

    /** From now on no write of this store is durable. */
    synchronized void failed(RuntimeException problem) {
        if (failure == null) {
            failure = problem;
            LOG.error("nothing is written any more: {}", reason(problem));
            whenFailed.run();
        }
    }

    /** Refuses writes from now on, with this reason; null admits them again. */
    void close(@Nullable String because) {
        closedBecause = because;
    }

    /** Throws before a write begins that cannot become durable. */
    void refuseWhatCannotBeKept() {
        RuntimeException problem = failure;
        String because = problem == null ? closedBecause : reason(problem) + remedy();
        if (because != null) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "nothing is written: " + because);
        }
    }

    /** A store that is still open after a failure is kept open for readers only. */
    private String remedy() {
        return mvStore.isClosed() ? "" : "; restart the process once the disk is in order";
    }

    private void refuseAfterFailure() {
        RuntimeException problem = failure;
        if (problem != null) {
            throw new MongoServerError(
                    WRITE_CONCERN_FAILED, "WriteConcernFailed", "not durable: " + reason(problem), problem);
        }
    }

    /** What the file system said, without what the store makes of it. */
    static String reason(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
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
            if (problem != null) {
                failed(problem);
            }
            gate.lock();
            leading = false;
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
