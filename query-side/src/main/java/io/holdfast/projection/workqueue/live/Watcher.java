package io.holdfast.projection.workqueue.live;

import io.holdfast.shipment.ShipmentId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Somebody who watches a queue: what changed since they last read. Of a case only the latest state waits, so memory is bounded by
 * a number of cases, whose contents all watchers share; beyond that number the watcher is told to reload. Whoever fills it never
 * waits.
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

    /** @param from everything after this position will be offered */
    Watcher(Watch watch, long from, int maxPending) {
        this.watch = watch;
        this.from = from;
        this.position = from;
        this.maxPending = maxPending;
    }

    Watch watch() {
        return watch;
    }

    /** Everything after this position is offered; what was before is not. */
    long from() {
        return from;
    }

    /**
     * What has come since the last reading.
     *
     * @param reload whether something was left out, so that the watcher must read the queue anew; nothing else is in it then
     * @param cases in the order of their positions
     * @param position everything up to here is in it, or was before
     */
    record Delivery(boolean reload, List<LiveCase> cases, long position) {}

    /** Adds what the watcher may know of; all changes up to {@code upTo} have been offered then. */
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

    /** At the end of the order, also when it was waiting already. */
    private void add(LiveCase c) {
        pending.remove(c.id());
        pending.put(c.id(), c);
        if (pending.size() > maxPending) {
            pending.clear();
            reload = true;
        }
    }

    /** Waits for something to deliver; without cases and reload when nothing has come in time. */
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

    /** Some of what was taken has been written. */
    void progress() {
        lock.lock();
        try {
            busySince = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** Whether what was taken is being written and nothing went out for so long. */
    boolean stalled(Duration longest) {
        lock.lock();
        try {
            return busy && System.nanoTime() - busySince > longest.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing comes any more. */
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
