package io.holdfast.runtime.securitylog;

import io.holdfast.query.SearchSecurityLog.Entry;
import io.holdfast.runtime.ops.RecurringTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes entries from requests without making them wait or fail, and writes them in batches on its own thread. While the
 * database is unavailable entries are queued, up to a limit; entries beyond it are dropped, counted and reported in the
 * log file.
 */
final class SecurityLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);
    private static final int BATCH = 500;

    private final RecurringTrouble trouble = new RecurringTrouble(LOG, "Entries of the security log wait");
    private final SecurityEntries entries;
    private final BlockingQueue<Entry> waiting;
    private final Duration pause;
    private final Duration patience;
    private final LongAdder dropped = new LongAdder();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread writer;
    private long reported;

    /**
     * Starts the writer thread.
     *
     * @param bound the most entries that may be queued
     * @param pause the time between two attempts to write a batch
     * @param patience how long closing waits for queued entries to be written
     */
    SecurityLog(SecurityEntries entries, int bound, Duration pause, Duration patience) {
        this.entries = entries;
        this.waiting = new ArrayBlockingQueue<>(bound);
        this.pause = pause;
        this.patience = patience;
        this.writer = Thread.ofVirtual().name("security-log").start(this::write);
    }

    /** Returns at once, whatever the state of the database. */
    void add(Entry entry) {
        if (closing.getCount() == 0 || !waiting.offer(entry)) {
            dropped.increment();
        }
    }

    /** How many entries were dropped. */
    long dropped() {
        return dropped.sum();
    }

    /** Writes the queued entries until the patience runs out; drops the rest. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!writer.join(patience)) {
                writer.interrupt();
                writer.join(pause);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        dropped.add(waiting.size());
        waiting.clear();
        report();
    }

    private void write() {
        try {
            while (closing.getCount() > 0 || !waiting.isEmpty()) {
                Entry first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    writeBatch(first);
                    report();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeBatch(Entry first) throws InterruptedException {
        List<Entry> batch = new ArrayList<>();
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        boolean written = false;
        try {
            while (!written) {
                written = isWritten(batch);
                if (!written && closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    written = isWritten(batch);
                    break;
                }
            }
        } finally {
            if (!written) {
                dropped.add(batch.size());
            }
        }
    }

    private boolean isWritten(List<Entry> batch) {
        try {
            entries.append(batch);
            trouble.isOver();
            return true;
        } catch (RuntimeException failed) {
            trouble.is(failed);
            return false;
        }
    }

    private synchronized void report() {
        long now = dropped.sum();
        if (now > reported) {
            LOG.error("{} entries of the security log were dropped, {} in all", now - reported, now);
            reported = now;
        }
    }
}
