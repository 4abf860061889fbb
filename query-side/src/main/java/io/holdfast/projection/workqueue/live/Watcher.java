package io.holdfast.projection.workqueue.live;

import io.holdfast.shipment.ShipmentId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One client's view of a live queue: what changed since it last read. Only the latest state of each case is kept, so
 * memory is bounded by a number of cases, whose contents all watchers share; beyond that number the client is told to
 * reload. Offering never blocks.
 */
public final class Watcher {
    private final Watch watch;
    private final long from;
    private final int maxPending;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ShipmentId, LiveCase> pending = new LinkedHashMap<>();
    private long position;
    private boolean reload;
    private boolean ended;
    private long busySince = System.nanoTime();
    private boolean busy = true;

    /** @param from everything after this position is offered */
    Watcher(Watch watch, long from, int maxPending) {
        this.watch = watch;
        this.from = from;
        this.position = from;
        this.maxPending = maxPending;
    }

    Watch watch() {
        return watch;
    }

    /** Everything after this position is offered; earlier changes are not. */
    long from() {
        return from;
    }

    /**
     * The changes since the last read.
     *
     * @param reload whether changes were dropped, so that the client must reload the queue; there are no cases then
     * @param cases in the order of their positions
     * @param position every change up to here is in this delivery or was in an earlier one
     */
    record Delivery(boolean reload, List<LiveCase> cases, long position) {}

    /** Adds the cases that the watcher may see; after this, all changes up to {@code upTo} have been offered. */
    void offer(List<LiveCase> cases, long upTo) {
        lock.lock();
        try {
            position = Math.max(position, upTo);
            for (LiveCase c : cases) {
                if (!reload && !ended && watch.mayKnow(c.filed().content())) {
                    add(c);
                }
            }
            if (reload || !pending.isEmpty()) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds the case at the end, even when an older state of it was already waiting. */
    private void add(LiveCase c) {
        pending.remove(c.id());
        pending.put(c.id(), c);
        if (pending.size() > maxPending) {
            pending.clear();
            reload = true;
        }
    }

    /** Waits for changes; on timeout the delivery has no cases and no reload. */
    Delivery take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            busy = false;
            long left = patience.toNanos();
            while (!reload && pending.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            var delivery = new Delivery(reload, List.copyOf(pending.values()), position);
            pending.clear();
            reload = false;
            busy = true;
            busySince = System.nanoTime();
            return delivery;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that part of the delivery was written. */
    void progress() {
        lock.lock();
        try {
            busySince = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a delivery is being written and nothing went out for this long. */
    boolean stalled(Duration longest) {
        lock.lock();
        try {
            return busy && System.nanoTime() - busySince > longest.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watcher: nothing is delivered any more. */
    void end() {
        lock.lock();
        try {
            ended = true;
            pending.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }
}
