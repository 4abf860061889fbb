package io.holdfast.projection.workqueue.live;

import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.projection.workqueue.live.LogReader.Window;
import io.holdfast.runtime.ops.RecurringTrouble;
import io.holdfast.runtime.time.Stopwatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.io.IOUtils;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the event log for all watchers on this node while there is at least one. An event only says that a case
 * changed, so it does not matter which node folds it: the feed waits until the projection on all nodes has reached the
 * event, reads the case, and offers it to the watchers.
 */
@Component
@EnableConfigurationProperties(LiveProperties.class)
public class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
    private static final long AFTER_FAILURE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int EVENTS_AT_ONCE = 1000;

    private final RecurringTrouble trouble = new RecurringTrouble(LOG, "Watched queues");
    private final LogReader events;
    private final ProjectionNode projections;
    private final QueueCases cases;
    private final ChangedCases changed;
    private final Watchers watchers;
    private final LiveProperties properties;
    private final Clock clock;
    private Instant wokenUpTo = Instant.EPOCH; // used by the feed's thread only
    private Stopwatch sinceWoken = Stopwatch.start(); // used by the feed's thread only
    private @Nullable Thread thread; // guarded by this
    private volatile @Nullable Generation followed; // set by the first watcher
    private volatile boolean open = true;

    LiveFeed(EventStore events, ProjectionNode projections, QueueCases cases, LiveProperties properties, Clock clock) {
        this.events = new LogReader(events);
        this.projections = projections;
        this.cases = cases;
        this.changed = new ChangedCases(cases);
        this.watchers = new Watchers(properties);
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Starts watching; call {@link #leave} when done.
     *
     * @throws TooManyWatchersException when this node or this user has too many watchers, or the instance is stopping
     */
    public synchronized Watcher watch(Watch watch) {
        if (!open) {
            throw new TooManyWatchersException("The instance is stopping");
        }
        boolean first = thread == null;
        if (first) {
            followed = projections.liveGeneration(WorkQueueProjection.NAME);
            watchers.beginAt(projections.position(WorkQueueProjection.NAME));
        }
        Watcher watcher = watchers.add(watch);
        if (first) {
            wokenUpTo = clock.instant();
            thread = Thread.ofVirtual().name("queue-feed").start(this::run);
        }
        return watcher;
    }

    /** Stops watching. */
    public void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** The number of watchers on this node. */
    public int watching() {
        return watchers.size();
    }

    private void run() {
        while (!over()) {
            try {
                follow();
                trouble.isOver();
            } catch (RuntimeException passing) {
                // The database is unavailable: what was not offered yet is read again.
                trouble.is(passing);
                LockSupport.parkNanos(AFTER_FAILURE_NANOS);
            } catch (InterruptedException nobodyDoesThat) {
                throw new IllegalStateException(nobodyDoesThat);
            }
        }
    }

    /** Whether there are no watchers left or the instance is stopping; the next watcher starts a new thread then. */
    private synchronized boolean over() {
        if (watched()) {
            return false;
        }
        thread = null;
        return true;
    }

    private boolean watched() {
        return open && watchers.size() > 0;
    }

    private void follow() throws InterruptedException {
        long reached = watchers.position();
        if (isOfAnotherLog()) {
            endWhenRebuilt();
            return;
        }
        var stream = events.after(reached);
        try {
            while (watched() && !isOfAnotherLog()) {
                Window window = LogReader.next(stream, reached, EVENTS_AT_ONCE, TICK.toMillis());
                if (window.last() > reached) {
                    if (!projected(window.last())) {
                        return;
                    }
                    wake(reached); // first: the ids of later events would claim that it was already sent
                    watchers.offer(changed.read(window.touched()), window.last());
                    reached = window.last();
                }
                wake(reached);
                watchers.dropStalled();
            }
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }

    /**
     * Whether the log was restored or replaced: until they are rebuilt, the queues show data that the log no longer
     * holds.
     */
    private boolean isOfAnotherLog() {
        return followed != null && projections.departure(followed).isPresent();
    }

    /** Ends every stream once the queues are rebuilt: clients reconnect and are told to reload the queue. */
    private void endWhenRebuilt() {
        if (projections.liveGeneration(WorkQueueProjection.NAME).equals(followed)) {
            LockSupport.parkNanos(AFTER_FAILURE_NANOS);
        } else {
            watchers.removeAll();
        }
    }

    /**
     * Waits without a time limit until the projection is this far; false when nobody watches any more, or the log was
     * replaced.
     */
    private boolean projected(long atLeast) {
        while (watched() && !isOfAnotherLog()) {
            if (projections.position(WorkQueueProjection.NAME) >= atLeast) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    /** Offers cases whose snooze has ended: no event says so. */
    private void wake(long reached) {
        if (!sinceWoken.hasRun(TICK)) {
            return;
        }
        sinceWoken = Stopwatch.start();
        Instant now = clock.instant();
        if (now.isBefore(wokenUpTo)) {
            wokenUpTo = now; // the clock was set back: snoozes that end from now on are still to come
        }
        List<Filed> awoken = cases.awoken(wokenUpTo, now, properties.maxPending() + 1);
        if (!awoken.isEmpty()) {
            watchers.offer(
                    awoken.stream().map(filed -> new LiveCase(filed, reached)).toList(), reached);
        }
        wokenUpTo = now;
    }

    @Override
    public void start() {
        open = true;
    }

    /** Ends every stream before the server starts waiting for requests in progress. */
    @Override
    public void stop() {
        open = false;
        watchers.removeAll();
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** The highest phase: stops first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
