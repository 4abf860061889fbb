package io.holdfast.projection.support;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.io.IOUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds parked events in, aggregate by aggregate in the order of the log. The segment's owner keeps parking what follows until
 * none of the aggregate is left, so the order holds; and a document that both touch is written by one of them only.
 */
final class ParkedRetry {
    private static final Logger log = LoggerFactory.getLogger(ParkedRetry.class);
    private static final int PAGE = 500;

    private final Workbench bench;

    ParkedRetry(Workbench bench) {
        this.bench = bench;
    }

    /**
     * Tries all that are parked.
     *
     * @return how many were folded in
     */
    int all(Projection projection, Generation generation) {
        Set<String> stuck = new HashSet<>();
        int folded = 0;
        int before;
        do {
            before = folded;
            folded += page(projection, bench.storage().parked().list(generation, PAGE), stuck);
        } while (folded > before);
        return folded;
    }

    /** Tries those that wait behind nothing any more: they were parked while what they waited for was folded in. */
    void leftBehind(Projection projection, Generation generation) {
        Set<String> stuck = new HashSet<>();
        List<ParkedEvent> parked = bench.storage().parked().list(generation, PAGE);
        parked.stream().filter(e -> e.cause() != null).forEach(e -> stuck.add(e.aggregate()));
        page(projection, parked, stuck);
    }

    private int page(Projection projection, List<ParkedEvent> parked, Set<String> stuck) {
        int folded = 0;
        for (ParkedEvent event : parked) {
            if (!stuck.contains(event.aggregate())) {
                if (fold(projection, event)) {
                    folded++;
                } else {
                    stuck.add(event.aggregate());
                }
            }
        }
        return folded;
    }

    private boolean fold(Projection projection, ParkedEvent parked) {
        try {
            var plan = new Batch.Plan(Set.of(parked.aggregate()), Set.of(), true);
            Batch batch = bench.storage().documents().batch(projection, parked.generation(), plan);
            ProjectedEvent event = FoldingBatch.projected(message(parked), parked.position());
            batch.begin(event);
            projection.on(event, batch);
            batch.flush();
        } catch (ReadModelUnavailableException | ConcurrentFoldException later) {
            log.warn("Event {} stays parked for now: {}", parked.id(), later.toString());
            return false;
        } catch (RuntimeException again) {
            // Still poison, whatever it throws.
            bench.storage().parked().blame(parked, again.toString());
            log.error(
                    "Event {} of {} still cannot be folded",
                    parked.id(),
                    parked.generation().label(),
                    again);
            return false;
        }
        bench.storage().parked().remove(parked);
        return true;
    }

    private DomainEventMessage<?> message(ParkedEvent parked) {
        long before = parked.position() - 1;
        var stream = bench.log().openStream(before < 0 ? null : new GlobalSequenceTrackingToken(before));
        try {
            return Optional.of(stream.nextAvailable())
                    .filter(found -> found.getIdentifier().equals(parked.id()))
                    .filter(DomainEventMessage.class::isInstance)
                    .map(found -> (DomainEventMessage<?>) (TrackedEventMessage<?>) found)
                    .orElseThrow(() -> new IllegalStateException("The log has no event " + parked.id()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelUnavailableException("Interrupted", e);
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }
}
