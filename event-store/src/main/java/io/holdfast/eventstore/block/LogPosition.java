package io.holdfast.eventstore.block;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * The position of an event in the log: {@code block * 4096 + index}. Positions grow, but they are not dense, because
 * few blocks are full.
 */
public final class LogPosition {

    /** The maximum number of events per block, and the factor between a block number and a position. */
    public static final int EVENTS_PER_BLOCK = 4096;

    private LogPosition() {}

    public static long of(long block, int index) {
        return block * EVENTS_PER_BLOCK + index;
    }

    public static long block(long position) {
        return Math.floorDiv(position, EVENTS_PER_BLOCK);
    }

    public static int index(long position) {
        return Math.floorMod(position, EVENTS_PER_BLOCK);
    }

    /** The token of the event at the position; null, Axon's start of the stream, before the first event. */
    public static @Nullable GlobalSequenceTrackingToken token(long position) {
        return position < 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    /**
     * The first position that a reader at this token has not seen.
     *
     * @param token null for the start of the log
     * @throws IllegalArgumentException when the token belongs to another kind of event store
     */
    public static long after(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (plain) {
            case null -> 0;
            case GlobalSequenceTrackingToken at -> Math.max(0, at.getGlobalIndex() + 1);
            default -> throw new IllegalArgumentException("Not a token of this log: " + plain);
        };
    }
}
