package io.holdfast.eventstore.read;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.KnownHead;
import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.block.VanishedBlockException;
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
 * The end of the log as this process knows it. Local appends move it at once; one thread polls the database for blocks
 * of other processes, only while somebody listens.
 *
 * <p>The log may be replaced under a running process, for instance by a restore: then the last known block is missing,
 * or another one has its number, or the next block does not continue it. The tail then starts over with the new log,
 * and every stream opened before ends.
 */
public final class Tail implements AutoCloseable {

    /** A stream that follows the log. */
    interface Reader {
        /** The log has moved; called on the tail's thread, must be quick. */
        void onMove();

        /** The first block that is not fetched yet; must not block. */
        long nextBlock();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BLOCKS_AT_ONCE = 16;

    private final LogReader store;
    private final Duration pollInterval;
    private final KnownHead known;
    private final Runnable onReplaced;
    private final RecentBlocks recent;
    private final Set<Reader> readers = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread thread;
    private volatile BlockHeader head = BlockHeader.GENESIS;
    private volatile long position = -1;
    private volatile int replacements;
    private boolean closed; // guarded by lock
    private boolean failing;

    /**
     * @param lookInterval how often to check that the last block is still there, while somebody reads
     * @param onReplaced called when the log turns out to have been replaced, on the thread that noticed; must be quick
     */
    public Tail(LogReader store, Duration pollInterval, Duration lookInterval, long cacheBytes, Runnable onReplaced) {
        this.store = store;
        this.pollInterval = pollInterval;
        this.known = new KnownHead(store::header, lookInterval);
        this.onReplaced = onReplaced;
        this.recent = new RecentBlocks(cacheBytes);
        this.thread = Thread.ofPlatform().name("event-log-tail").daemon().unstarted(this::run);
    }

    /** Starts the thread that notifies readers and polls for blocks of other processes. */
    public void start() {
        thread.start();
    }

    /** The last block known to this process; others may have written more. */
    long head() {
        return head.number();
    }

    /** The position of the last event known to this process; -1 when there is none. */
    public long position() {
        return position;
    }

    /** How often the log was replaced. */
    int replacements() {
        return replacements;
    }

    /** The block is stored and committed by the majority, and so is every block before it. */
    public void advance(Block block) {
        recent.add(block);
        lock.lock();
        try {
            if (block.number() > head()) {
                head = block.header();
                position = LogPosition.of(block.number(), block.events().size() - 1);
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads the end of the log from the database. */
    public long refresh() {
        look();
        try {
            long last = store.head(head()).number();
            if (last > head() + 1) {
                replaceIf(known.isGone(head)); // skips blocks, so it cannot see whether they continue the head
            }
            if (last > head()) {
                follow(store.read(last, 1));
            }
        } catch (VanishedBlockException missing) {
            replaceIf(known.isGone(head));
        }
        return head();
    }

    /** Called when the writer has noticed that the log was replaced. */
    public void forgetTheLog() {
        replaceIf(!known.isThere(head));
    }

    /** Checks, now and then, with the database whether the log was replaced. */
    private void look() {
        if (known.isToBeLookedAt()) {
            replaceIf(known.isGone(head));
        }
    }

    private void follow(List<Block> blocks) {
        for (Block block : blocks) {
            if (block.number() == head() + 1 && !block.follows(head)) {
                replaceIf(true);
                return;
            }
            advance(block);
        }
    }

    private void replaceIf(boolean another) {
        if (!another) {
            return;
        }
        BlockHeader before = head;
        List<Block> last = store.read(store.head(-1).number(), 1);
        lock.lock();
        try {
            if (!before.equals(head)) {
                return; // another thread was first
            }
            recent.clear();
            head = BlockHeader.GENESIS;
            position = -1;
            replacements++;
            last.forEach(this::advance);
        } finally {
            lock.unlock();
        }
        LOG.error(
                "The event log was restored or replaced while this process ran: it ended with block {}, which it does"
                        + " not have any more; now it ends with block {}. What was made of it has to be rebuilt",
                before.number(),
                head());
        onReplaced.run();
    }

    /** Blocks from a number on, dense; near the end of the log without a query. */
    List<Block> read(long first) {
        List<Block> blocks = recent.from(first, BLOCKS_AT_ONCE);
        return blocks.isEmpty() ? store.read(first, BLOCKS_AT_ONCE) : blocks;
    }

    /** How many known blocks the slowest reader has yet to fetch; 0 without readers. */
    public long lag() {
        return readers.stream()
                .mapToLong(reader -> head() + 1 - reader.nextBlock())
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

    /** Waits until the log goes beyond the block; false on timeout or when the log is closed. */
    boolean awaitBeyond(long block, long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        lock.lock();
        try {
            while (head() <= block && left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
            return head() > block;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        BlockHeader told = BlockHeader.GENESIS; // not the current head: this thread may start after the first append
        while (awaitWork(told)) {
            if (head.equals(told)) {
                tryToPoll();
            }
            if (!head.equals(told)) {
                told = head;
                readers.forEach(Tail::tell);
            }
        }
    }

    /** Returns when the log has moved or it is time to poll; false when closed. */
    private boolean awaitWork(BlockHeader told) {
        lock.lock();
        try {
            long left = pollInterval.toNanos();
            while (!closed && head.equals(told) && left > 0) {
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

    /** Polls for blocks of other processes. */
    public void poll() {
        look();
        follow(store.read(head() + 1, BLOCKS_AT_ONCE));
    }

    private void tryToPoll() {
        try {
            poll();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !Thread.currentThread().isInterrupted()) { // close interrupts a poll: that is no failure
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
