package io.holdfast.projection.support;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Makes a query wait until a projection has reached a given position, so that a client can read its own writes. */
public final class PositionGate {
    private final ProjectionNode node;
    private final LongSupplier head;
    private final Duration maxWait;
    private final Map<String, PositionWatch> watches = new ConcurrentHashMap<>();

    /**
     * Creates a gate.
     *
     * @param head reads the position of the last event of the log from the database
     */
    PositionGate(ProjectionNode node, LongSupplier head, Duration maxWait) {
        this.node = node;
        this.head = head;
        this.maxWait = maxWait;
    }

    /** The position that the projection has reached now. */
    public long now(String projection) {
        return node.position(projection);
    }

    /**
     * Checks the position without waiting.
     *
     * @throws ProjectionBehindException if the projection has not reached it
     */
    public void require(String projection, long atLeast) {
        long position = now(projection);
        if (position < atLeast) {
            throw new ProjectionBehindException(projection, position, atLeast);
        }
    }

    /**
     * Waits for the projection, up to a time limit. All waiting queries share one poll of the database.
     *
     * @return the position that the projection has reached, at least {@code atLeast}
     * @throws PositionBeyondLogException if the log does not reach that position: waiting would not help
     * @throws ProjectionBehindException if the time limit passes
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
