package io.holdfast.projection.support;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that hand events to the segments. Axon pauses for 100 ms whenever a segment's queue is full, which is
 * after 1,024 events. That would limit a rebuild to about ten thousand events a second, so this executor shortens the
 * pause.
 */
final class CoordinatorThreads extends ScheduledThreadPoolExecutor {
    private static final long PAUSE_OF_AXON = 100;
    private static final long PAUSE = 5;

    CoordinatorThreads(int count) {
        super(count, Thread.ofPlatform().daemon().name("projection-stream-", 1).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        boolean full = unit == TimeUnit.MILLISECONDS && delay == PAUSE_OF_AXON;
        return super.schedule(command, full ? PAUSE : delay, unit);
    }
}
