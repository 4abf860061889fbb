package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogMark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * A token store that writes the changes of a batch before its token. Axon stores the token before it runs a handler's
 * commit callbacks, so changes written there would be lost in a crash in between.
 */
final class FlushingTokenStore implements TokenStore {
    private final ProjectionTokens tokens;
    private final SegmentStates segments;
    private final long confirmAfterNanos;
    private final Map<Integer, Long> confirmed = new ConcurrentHashMap<>();

    FlushingTokenStore(ProjectionTokens tokens, SegmentStates segments, Duration lease) {
        this.tokens = tokens;
        this.segments = segments;
        confirmAfterNanos = lease.toNanos() / 2;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        try {
            var pending = PendingWrites.atHand();
            int handled = 0;
            if (pending.isPresent()) {
                confirmClaim(processor, segment);
                handled = pending.get().flush();
            }
            tokens.storeToken(
                    token,
                    processor,
                    segment,
                    handled,
                    pending.map(PendingWrites::last).orElse(LogMark.START));
        } catch (RuntimeException failed) {
            segments.failed(segment, failed);
            throw failed;
        }
        confirmed.put(segment, System.nanoTime());
        segments.stored(segment);
    }

    /** Renews the claim before writing if the node may have stalled for so long that it lost the segment. */
    private void confirmClaim(String processor, int segment) {
        Long last = confirmed.get(segment);
        if (last == null || System.nanoTime() - last > confirmAfterNanos) {
            tokens.extendClaim(processor, segment);
        }
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        TrackingToken token = tokens.fetchToken(processor, segment);
        confirmed.put(segment, System.nanoTime());
        segments.claimed(segment);
        return token;
    }

    @Override
    public void extendClaim(String processor, int segment) {
        tokens.extendClaim(processor, segment);
        confirmed.put(segment, System.nanoTime());
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.releaseClaim(processor, segment);
    }

    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        tokens.initializeTokenSegments(processor, count, initial);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return tokens.fetchSegments(processor);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        List<Segment> available = tokens.fetchAvailableSegments(processor);
        segments.available(available.stream().map(Segment::getSegmentId).toList());
        return available;
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }
}
