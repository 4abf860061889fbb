package io.holdfast.projection.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets a question wait until a projection is far enough to know of a write. */
public final class PositionGate {
    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

    private final ProjectionNode node;
    private final Duration maxWait;

    PositionGate(ProjectionNode node, Duration maxWait) {
        this.node = node;
        this.maxWait = maxWait;
    }

    /**
     * Waits, for a bounded time.
     *
     * @return the position up to which an answer is true, at least {@code atLeast}
     * @throws ProjectionBehindException when the time is over
     */
    public long await(String projection, long atLeast) {
        long deadline = System.nanoTime() + maxWait.toNanos();
        long position = node.position(projection);
        while (position < atLeast) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw new ProjectionBehindException(projection, position, atLeast);
            }
            LockSupport.parkNanos(POLL_NANOS);
            position = node.position(projection);
        }
        return position;
    }
}
