package io.holdfast.embeddedmongo.storage;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: makes writes durable before they are acknowledged, with one commit and one {@code fsync} for all that wait at the same
 * time. The first to wait leads, the others follow; later writes wait for the next leader.
 */
public final class Durability {
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);
    private static final int WRITE_CONCERN_FAILED = 64;
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final MVStore mvStore;
    private final Lock writeLock;
    private final boolean persistent;
    private final ReentrantLock gate = new ReentrantLock();
    private final Condition settled = gate.newCondition();

    /** The number of writes so far; changed under the write lock. */
    private volatile long written;

    private volatile long durable;
    private boolean leading;

    /** Never reset: after a failed {@code fsync} a later one may succeed although pages are lost. */
    private volatile @Nullable RuntimeException failure;

    /** Why writes are refused before they begin; may be set and cleared repeatedly. */
    private volatile @Nullable String closedBecause;

    private volatile Runnable whenFailed = () -> {};

    Durability(MVStore mvStore, Lock writeLock) {
        this.mvStore = mvStore;
        this.writeLock = writeLock;
        this.persistent = mvStore.getFileStore() != null;
    }

    /** Counts a write that has just run. The caller holds the write lock. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void countWrite() {
        written++;
    }

    long ticket() {
        return written;
    }

    /** Returns once every write up to {@code ticket} is on the disk; immediately for a store in memory. */
    void await(long ticket) {
        if (!persistent || durable >= ticket) {
            return;
        }
        gate.lock();
        try {
            while (durable < ticket) {
                throwIfFailed();
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

    /** The first write or {@code fsync} that failed; null while writing works. */
    @Nullable RuntimeException failure() {
        return failure;
    }

    /** @param action run once, by a thread that may hold locks; it must neither wait nor throw */
    void whenFailed(Runnable action) {
        whenFailed = action;
    }

    /** Records that no further write of this store can become durable. */
    synchronized void failed(RuntimeException problem) {
        if (failure == null) {
            failure = problem;
            LOG.error("no more writes: {}", reason(problem));
            whenFailed.run();
        }
    }

    /** Refuses writes from now on, with this reason; null admits them again. */
    void close(@Nullable String because) {
        closedBecause = because;
    }

    /** Throws if a write could not become durable; called before it begins. */
    void checkWritable() {
        RuntimeException problem = failure;
        String because = problem == null ? closedBecause : reason(problem) + remedy();
        if (because != null) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "nothing is written: " + because);
        }
    }

    /** A store that is still open after a failure serves reads only. */
    private String remedy() {
        return mvStore.isClosed() ? "" : "; restart the process once the disk is in order";
    }

    private void throwIfFailed() {
        RuntimeException problem = failure;
        if (problem != null) {
            throw new MongoServerError(
                    WRITE_CONCERN_FAILED, "WriteConcernFailed", "not durable: " + reason(problem), problem);
        }
    }

    /** The message of the root cause: what the file system reported. */
    public static String reason(Throwable problem) {
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

    /** The commit excludes writers, the sync does not. */
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
