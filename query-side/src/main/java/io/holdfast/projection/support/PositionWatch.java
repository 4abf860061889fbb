package io.holdfast.projection.support;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the position of a projection while at least one query waits for it: once for all of them, and less often while
 * it does not change.
 */
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

    /**
     * Waits until the position is reached.
     *
     * @throws ProjectionBehindException if the time limit passes
     */
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

    /** Whether anyone still waits. If not, the poll ends, and the next query to wait starts it again. */
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
            // The database is unavailable: waiting queries get an error when their time limit passes.
            LOG.warn("How far {} is could not be read: {}", projection, passing.toString());
            return false;
        }
    }
}
