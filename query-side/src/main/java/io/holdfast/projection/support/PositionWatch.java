package io.holdfast.projection.support;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how far a projection is as long as somebody waits for it: once for all of them, and less often when nothing moves. */
final class PositionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PositionWatch.class);
    private static final long SHORTEST = Duration.ofMillis(10).toNanos();
    private static final long LONGEST = Duration.ofMillis(100).toNanos();

    private final String projection;
    private final LongSupplier look;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition looked = lock.newCondition();
    private long position = -1;
    private int waiting;
    private boolean watched;

    PositionWatch(String projection, LongSupplier look) {
        this.projection = projection;
        this.look = look;
    }

    /** @throws ProjectionBehindException when the time is over */
    long await(long atLeast, Duration atMost) {
        lock.lock();
        try {
            waiting++;
            if (!watched) {
                watched = true;
                Thread.ofVirtual().name("position-watch-" + projection).start(this::watch);
            }
            long left = atMost.toNanos();
            while (position < atLeast && left > 0) {
                left = looked.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
            lock.unlock();
        }
        return reached(atLeast);
    }

    private long reached(long atLeast) {
        lock.lock();
        try {
            if (position < atLeast) {
                throw new ProjectionBehindException(projection, position, atLeast);
            }
            return position;
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        for (long pause = SHORTEST; isWanted(); pause = moved() ? SHORTEST : Math.min(2 * pause, LONGEST)) {
            LockSupport.parkNanos(pause);
        }
    }

    /** False when nobody waits any more; the next one to come has it looked at again. */
    private boolean isWanted() {
        lock.lock();
        try {
            watched = waiting > 0;
            return watched;
        } finally {
            lock.unlock();
        }
    }

    private boolean moved() {
        try {
            long now = look.getAsLong();
            lock.lock();
            try {
                boolean moved = now != position;
                position = now;
                looked.signalAll();
                return moved;
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException passing) {
            // The database is away: those who wait are told when their time is over.
            LOG.warn("How far {} is could not be read: {}", projection, passing.toString());
            return false;
        }
    }
}
