package io.holdfast.projection.support;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Lets a question wait until a projection is far enough to know of a write. */
public final class PositionGate {
    private final ProjectionNode node;
    private final LongSupplier head;
    private final Duration maxWait;
    private final Map<String, PositionWatch> watches = new ConcurrentHashMap<>();

    /** @param head the position of the last event of the log, asked of the database */
    PositionGate(ProjectionNode node, LongSupplier head, Duration maxWait) {
        this.node = node;
        this.head = head;
        this.maxWait = maxWait;
    }

    /** The position up to which an answer is true now. */
    public long now(String projection) {
        return node.position(projection);
    }

    /** @throws ProjectionBehindException when an answer is not true up to this position; at once */
    public void require(String projection, long atLeast) {
        long position = now(projection);
        if (position < atLeast) {
            throw new ProjectionBehindException(projection, position, atLeast);
        }
    }

    /**
     * Waits, for a bounded time. However many wait, the database is asked for only one of them.
     *
     * @return the position up to which an answer is true, at least {@code atLeast}
     * @throws PositionBeyondLogException for a position that no event has: waiting would not help
     * @throws ProjectionBehindException when the time is over
     */
    public long await(String projection, long atLeast) {
        long end = head.getAsLong();
        if (atLeast > end) {
            throw new PositionBeyondLogException(atLeast, end);
        }
        node.projection(projection);
        return watches.computeIfAbsent(projection, name -> new PositionWatch(name, () -> node.position(name)))
                .await(atLeast, maxWait);
    }
}
