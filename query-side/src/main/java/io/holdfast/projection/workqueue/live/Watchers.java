package io.holdfast.projection.workqueue.live;

import io.holdfast.actor.UserId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who watch on this node, and up to which position they have been offered everything. */
final class Watchers {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final LiveProperties limits;
    private final List<Watcher> watchers = new ArrayList<>();
    private long position = -1;

    Watchers(LiveProperties limits) {
        this.limits = limits;
    }

    /**
     * One more, who is offered everything from now on.
     *
     * @throws TooManyWatchersException when too many watch already, or this person does
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

    /** Where it begins: whoever comes is offered everything after this. */
    synchronized void beginAt(long start) {
        position = start;
    }

    /** Offers what changed, which is all that changed up to a position. */
    synchronized void offer(List<LiveCase> cases, long upTo) {
        position = Math.max(position, upTo);
        watchers.forEach(watcher -> watcher.offer(cases, upTo));
    }

    /** Whoever does not read on is not waited for; the connection ends when its write does. */
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
