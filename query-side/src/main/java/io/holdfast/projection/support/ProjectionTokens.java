package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogMark;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** The positions of the event processors, shared by all nodes. Tokens are positions in the log. */
public interface ProjectionTokens extends TokenStore {
    /**
     * Stores a token.
     *
     * @param handled how many events were folded since the last token
     * @param last the last of them
     * @throws UnableToClaimTokenException if this node does not hold the segment
     */
    void storeToken(@Nullable TrackingToken token, String processor, int segment, int handled, LogMark last);

    /**
     * Publishes the positions of this node's segments that have no token to store. Segments it does not hold are
     * skipped.
     */
    void publish(String processor, Map<Integer, Long> positions);

    /** The progress of a processor; empty if it has no tokens. */
    Optional<Progress> progress(String processor);

    /** Signals that this node is alive and returns how many nodes are. */
    int beat();

    /** Signals that this node is about to stop. */
    void leave();

    /** Deletes a processor. A node that still runs it can no longer store tokens. */
    void delete(String processor);

    /**
     * The progress of a processor.
     *
     * @param positions by segment; -1 before the first event
     * @param handled how many events were folded
     * @param mark the last of them; earlier versions recorded only its position
     */
    record Progress(Map<Integer, Long> positions, long handled, LogMark mark) {
        public Progress {
            positions = Map.copyOf(positions);
        }

        /** The position that every segment has reached. */
        public long position() {
            return positions.values().stream().mapToLong(Long::longValue).min().orElse(-1);
        }

        /** The position of the segment that is furthest ahead. */
        public long furthest() {
            return positions.values().stream().mapToLong(Long::longValue).max().orElse(-1);
        }
    }
}
