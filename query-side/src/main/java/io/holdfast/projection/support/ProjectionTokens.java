package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogMark;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** How far the processors are, for all nodes. Tokens are positions of the log. */
public interface ProjectionTokens extends TokenStore {
    /**
     * Stores a token.
     *
     * @param handled how many more events were folded in
     * @param last the last of them
     * @throws UnableToClaimTokenException when this node does not hold the segment
     */
    void storeToken(@Nullable TrackingToken token, String processor, int segment, int handled, LogMark last);

    /** Tells how far segments of this node are without a token to store; segments that it does not hold are left out. */
    void publish(String processor, Map<Integer, Long> positions);

    /** How far a processor is; empty when it has no tokens. */
    Optional<Progress> progress(String processor);

    /** Says that this node is alive, and how many are. */
    int beat();

    /** Says that this node is about to stop. */
    void leave();

    /** Forgets a processor. Whoever still runs it can no longer store. */
    void delete(String processor);

    /**
     * How far a processor is.
     *
     * @param positions by segment; -1 before the first event
     * @param handled how many events were folded in
     * @param mark the last of them; only the position is known of those that earlier versions folded
     */
    record Progress(Map<Integer, Long> positions, long handled, LogMark mark) {
        public Progress {
            positions = Map.copyOf(positions);
        }

        /** Up to where every segment has seen the log. */
        public long position() {
            return positions.values().stream().mapToLong(Long::longValue).min().orElse(-1);
        }

        /** Up to where any segment has seen the log. */
        public long furthest() {
            return positions.values().stream().mapToLong(Long::longValue).max().orElse(-1);
        }
    }
}
