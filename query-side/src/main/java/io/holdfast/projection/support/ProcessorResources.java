package io.holdfast.projection.support;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Resources shared by the event processors of a node.
 *
 * @param nodes the number of nodes that share the segments
 */
record ProcessorResources(
        StreamableMessageSource<TrackedEventMessage<?>> log,
        ProjectionStorage storage,
        ProjectionProperties properties,
        InstantSource clock,
        AtomicInteger nodes,
        ScheduledExecutorService coordinators,
        ScheduledExecutorService workers) {

    static ProcessorResources of(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            ProjectionStorage storage,
            ProjectionProperties properties,
            InstantSource clock) {
        return new ProcessorResources(
                log,
                storage,
                properties,
                clock,
                new AtomicInteger(1),
                new CoordinatorThreads(2),
                threads(properties.workers(), "projection-fold-"));
    }

    static ScheduledExecutorService threads(int count, String prefix) {
        return Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(prefix, 1).factory());
    }

    /** Stops the threads, after waiting for their writes. */
    void close() {
        coordinators.shutdown();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
