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
 * The end of the log as this process knows it. Local appends move it at once; one thread asks the database for those of
 * others, at the poll interval and only while someone listens.
 *
 * <p>The log may be replaced under a running process, as by a restore: then the block known last is not there, or another one, or
 * what follows does not continue it. It begins anew with the log that is there, and every stream opened before ends.
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
     * @param lookInterval how often it is looked whether the last block is still there, while somebody reads
     * @param onReplaced called when the log turns out to be another one, on the thread that found it; must be quick
     */
    public Tail(LogReader store, Duration pollInterval, Duration lookInterval, long cacheBytes, Runnable onReplaced) {
        this.store = store;
        this.pollInterval = pollInterval;
        this.known = new KnownHead(store::header, lookInterval);
        this.onReplaced = onReplaced;
        this.recent = new RecentBlocks(cacheBytes);
        this.thread = Thread.ofPlatform().name("event-log-tail").daemon().unstarted(this::run);
    }

    /** From now on readers are told of moves and others' blocks are asked for. */
    public void start() {
        thread.start();
    }

    /** The last block known here; others may have written more. */
    long head() {
        return head.number();
    }

    /** The position of the last event known here; -1 when there is none. */
    public long position() {
        return position;
    }

    /** How often the log turned out to be another one. */
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

    /** Asks the database for the end of the log. */
    public long refresh() {
        look();
        try {
            long last = store.head(head()).number();
            if (last > head() + 1) {
                replaceIf(known.isGone(head)); // what is skipped cannot tell
            }
            if (last > head()) {
                follow(store.read(last, 1));
            }
        } catch (VanishedBlockException missing) {
            replaceIf(known.isGone(head));
        }
        return head();
    }

    /** Whoever writes has found that the log is another one. */
    public void forgetTheLog() {
        replaceIf(!known.isThere(head));
    }

    /** Whether the log is still the one that is known; asks the database now and then only. */
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
                return; // somebody else was first
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

    /** Blocks from a number on, dense; near the end of the log without asking the database. */
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

    /** Waits until the log goes beyond the block; false when the time is up first, or the log is closed. */
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
        BlockHeader told = BlockHeader.GENESIS; // not the head of now: this thread may start after the first append
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

    /** Looks for blocks of others. */
    public void poll() {
        look();
        follow(store.read(head() + 1, BLOCKS_AT_ONCE));
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
