package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogMark;
import io.holdfast.runtime.ops.RecurringTrouble;
import io.holdfast.runtime.time.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event processor that fills one generation on this node. It holds some of the segments, or none for the moment.
 */
final class GenerationProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationProcessor.class);

    private final Projection projection;
    private final RecurringTrouble trouble;
    private final Generation generation;
    private final ProcessorResources resources;
    private final SegmentStates segments = new SegmentStates();
    private final FollowedLog log;
    private final PooledStreamingEventProcessor processor;
    private volatile int segmentCount = Short.MAX_VALUE;

    GenerationProcessor(Projection projection, Generation generation, ProcessorResources resources) {
        this.projection = projection;
        this.generation = generation;
        this.trouble = new RecurringTrouble(LOG, "Projection " + generation.label());
        this.resources = resources;
        this.log = new FollowedLog(resources.log());
        Duration lease = resources.properties().lease();
        processor = PooledStreamingEventProcessor.builder()
                .name(generation.label())
                .eventHandlerInvoker(new ProjectionInvoker(
                        projection,
                        generation,
                        resources.storage().documents(),
                        resources.storage().parked(),
                        segments,
                        resources.properties().maxParked(),
                        resources.clock()))
                .errorHandler(this::failed)
                .messageSource(log)
                .tokenStore(new FlushingTokenStore(resources.storage().tokens(), segments, lease))
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(resources.coordinators())
                .workerExecutor(resources.workers())
                .initialSegmentCount(projection.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .maxSegmentProvider(_ -> share())
                .tokenClaimInterval(Math.max(50, lease.toMillis() / 10))
                .claimExtensionThreshold(Math.max(50, lease.toMillis() / 3))
                .enableCoordinatorClaimExtension()
                .clock(Ticker.SYSTEM.asClock()) // Axon measures claims and pauses by this clock
                .batchSize(resources.properties().batchSize())
                .build();
    }

    /**
     * Logs the failure without Axon's stack trace. Axon then releases the segment and claims it again, after growing
     * pauses.
     */
    private void failed(ErrorContext failure) throws Exception {
        trouble.is(failure.error());
        PropagatingErrorHandler.instance().handleError(failure);
    }

    Projection projection() {
        return projection;
    }

    Generation generation() {
        return generation;
    }

    void start() {
        resources.storage().documents().prepare(projection, generation);
        processor.start();
        segmentCount = resources.storage().tokens().fetchSegments(generation.label()).length;
    }

    /**
     * The most segments this node may hold: enough that all nodes together hold every segment, shared about equally.
     */
    private int share() {
        return Math.max(1, Math.ceilDiv(segmentCount, resources.nodes().get()));
    }

    CompletableFuture<Void> stop() {
        return processor.shutdownAsync();
    }

    boolean running() {
        return processor.isRunning();
    }

    /** The position of each segment that this node holds, whether or not a token was stored. */
    Map<Integer, Long> positions() {
        var positions = new HashMap<Integer, Long>();
        processor
                .processingStatus()
                .forEach((segment, status) -> positions.put(segment, position(status.getTrackingToken())));
        return positions;
    }

    private static long position(@org.jspecify.annotations.Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** The last event that this node has read; {@link LogMark#START} if there is none. */
    LogMark read() {
        return log.read();
    }

    /** Why it has stopped making progress; empty if it has not. */
    Optional<String> failure() {
        return segments.failure()
                .map(RuntimeException::toString)
                .or(() -> processor.isError()
                        ? Optional.of("The log cannot be read; see the log file")
                        : Optional.empty());
    }
}
