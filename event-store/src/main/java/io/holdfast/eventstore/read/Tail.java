package io.holdfast.eventstore.read;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.LogPosition;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the log as this process knows it. Local appends move it at once; one thread asks the database for those of
 * others, at the poll interval and only while someone listens.
 */
public final class Tail implements AutoCloseable {

    /** Whoever follows the log. */
    interface Reader {
        /** The log has moved; called on the tail's thread, must be quick. */
        void onMove();

        /** The first block not fetched yet; answers at once. */
        long nextBlock();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BLOCKS_AT_ONCE = 16;

    private final LogReader store;
    private final Duration pollInterval;
    private final RecentBlocks recent;
    private final Set<Reader> readers = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread thread;
    private volatile long head = -1;
    private volatile long position = -1;
    private boolean closed; // guarded by lock
    private boolean failing;

    public Tail(LogReader store, Duration pollInterval, long cacheBytes) {
        this.store = store;
        this.pollInterval = pollInterval;
        this.recent = new RecentBlocks(cacheBytes);
        this.thread = Thread.ofPlatform().name("event-log-tail").daemon().unstarted(this::run);
    }

    /** From now on readers are told of moves and others' blocks are asked for. */
    public void start() {
        thread.start();
    }

    /** The last block known here; others may have written more. */
    long head() {
        return head;
    }

    /** The position of the last event known here; -1 when there is none. */
    public long position() {
        return position;
    }

    /** The block is stored and committed by the majority, and so is every block before it. */
    public void advance(Block block) {
        recent.add(block);
        lock.lock();
        try {
            if (block.number() > head) {
                head = block.number();
                position = LogPosition.of(head, block.events().size() - 1);
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks the database for the end of the log. */
    public long refresh() {
        long last = store.head(head).number();
        if (last > head) {
            store.read(last, 1).forEach(this::advance);
        }
        return head;
    }

    /** Blocks from a number on, dense; near the end of the log without asking the database. */
    List<Block> read(long first) {
        List<Block> blocks = recent.from(first, BLOCKS_AT_ONCE);
        return blocks.isEmpty() ? store.read(first, BLOCKS_AT_ONCE) : blocks;
    }

    /** How many known blocks the slowest reader has yet to fetch; 0 without readers. */
    public long lag() {
        return readers.stream()
                .mapToLong(reader -> head + 1 - reader.nextBlock())
                .reduce(0, Math::max);
    }

    void listen(Reader reader) {
        readers.add(reader);
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void ignore(Reader reader) {
        readers.remove(reader);
    }

    /** Waits until the log goes beyond the block; false when the time is up first, or the log is closed. */
    boolean awaitBeyond(long block, long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        lock.lock();
        try {
            while (head <= block && left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
            return head > block;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long told = -1; // not the head of now: this thread may start after the first append
        while (awaitWork(told)) {
            if (head == told) {
                tryToPoll();
            }
            if (head > told) {
                told = head;
                readers.forEach(Tail::tell);
            }
        }
    }

    /** Returns when the log has moved or it is time to poll; false when closed. */
    private boolean awaitWork(long told) {
        lock.lock();
        try {
            long left = pollInterval.toNanos();
            while (!closed && head == told && left > 0) {
                if (readers.isEmpty()) {
                    moved.await();
                } else {
                    left = moved.awaitNanos(left);
                }
            }
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Looks for blocks of others. */
    public void poll() {
        store.read(head + 1, BLOCKS_AT_ONCE).forEach(this::advance);
    }

    private void tryToPoll() {
        try {
            poll();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !Thread.currentThread().isInterrupted()) { // close interrupts a poll: nothing is wrong then
                LOG.warn("The end of the event log cannot be read; trying again: {}", e.toString());
            }
            failing = true;
        }
    }

    private static void tell(Reader reader) {
        try {
            reader.onMove();
        } catch (RuntimeException e) {
            LOG.warn("A reader at the end of the event log failed", e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }
}
