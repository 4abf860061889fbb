package io.holdfast.projection.workqueue.live;

import io.holdfast.actor.UserId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All watchers on this node, and the position up to which they have been offered everything. */
final class Watchers {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final LiveProperties limits;
    private final List<Watcher> watchers = new ArrayList<>();
    private long position = -1;

    Watchers(LiveProperties limits) {
        this.limits = limits;
    }

    /**
     * Adds a watcher, which is offered everything from now on.
     *
     * @throws TooManyWatchersException when this node or this user has too many watchers
     */
    synchronized Watcher add(Watch watch) {
        if (watchers.size() >= limits.maxWatchers()) {
            throw new TooManyWatchersException("As many watch as this instance can serve");
        }
        UserId person = watch.caller();
        long own =
                watchers.stream().filter(w -> w.watch().caller().equals(person)).count();
        if (own >= limits.maxWatchersPerUser()) {
            throw new TooManyWatchersException("You watch " + own + " queues here already; end one first");
        }
        var watcher = new Watcher(watch, position, limits.maxPending());
        watchers.add(watcher);
        return watcher;
    }

    synchronized void remove(Watcher watcher) {
        watcher.end();
        watchers.remove(watcher);
    }

    synchronized void removeAll() {
        watchers.forEach(Watcher::end);
        watchers.clear();
    }

    synchronized int size() {
        return watchers.size();
    }

    synchronized long position() {
        return position;
    }

    /** Sets the start position: the first watcher is offered everything after it. */
    synchronized void beginAt(long start) {
        position = start;
    }

    /** Offers these cases, which are all that changed up to the position. */
    synchronized void offer(List<LiveCase> cases, long upTo) {
        position = Math.max(position, upTo);
        watchers.forEach(watcher -> watcher.offer(cases, upTo));
    }

    /** Drops watchers that stopped reading; their connection ends when the blocked write does. */
    synchronized void dropStalled() {
        List<Watcher> stalled =
                watchers.stream().filter(w -> w.stalled(limits.maxStall())).toList();
        for (Watcher watcher : stalled) {
            remove(watcher);
            LOG.warn(
                    "A stream of queue {} for {} is dropped: nothing was read for {} s",
                    watcher.watch().queue().path(),
                    watcher.watch().caller().value(),
                    limits.maxStall().toSeconds());
        }
    }
}
