package io.holdfast.embeddedmongo.storage;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees space in the file while the server runs. MVStore does so by itself only with autocommit, so it is scheduled here, in small steps
 * under the write lock, because each step commits and a commit must not split a write. Freed space is reused; the file is not truncated,
 * because that would move data that must be in place after a crash.
 */
final class Compaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long PERIOD_MILLIS = 2_000;
    private static final int TARGET_FILL_PERCENT = 65;
    private static final int REWRITE_BYTES = 2 * 1024 * 1024;
    private static final int STEPS = 8;

    private final MVStore mvStore;
    private final Lock writeLock;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-mongo-compaction").factory());

    Compaction(MVStore mvStore, Lock writeLock) {
        this.mvStore = mvStore;
        this.writeLock = writeLock;
        scheduler.scheduleWithFixedDelay(this::run, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            for (int step = 0; step < STEPS && rewrite(); step++) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException e) {
            LOG.warn("compaction failed: {}", Durability.reason(e));
        }
    }

    /** Copies the live pages of sparsely filled chunks into a new chunk. */
    private boolean rewrite() {
        writeLock.lock();
        try {
            boolean rewritten = mvStore.compact(TARGET_FILL_PERCENT, REWRITE_BYTES);
            if (rewritten) {
                mvStore.commit();
                mvStore.sync();
            }
            return rewritten;
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
