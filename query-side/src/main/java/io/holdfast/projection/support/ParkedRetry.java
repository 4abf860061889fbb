package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.UnreadEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds parked events, aggregate by aggregate in the order of the log. While any event of an aggregate is parked, the
 * segment's owner parks the later ones too, so the order is kept, and only one of the two writes a document.
 */
final class ParkedRetry {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedRetry.class);
    private static final int PAGE = 500;

    private final ProcessorResources resources;
    private final LogHistory history;
    private final Map<Generation, Long> cursors = new ConcurrentHashMap<>();

    ParkedRetry(ProcessorResources resources) {
        this.resources = resources;
        history = new LogHistory(resources.log());
    }

    /**
     * Retries all parked events.
     *
     * @return how many were folded
     */
    int all(Projection projection, Generation generation) {
        Set<String> stuck = new HashSet<>();
        int folded = 0;
        List<ParkedEvent> parked = resources.storage().parked().list(generation, PAGE);
        while (!parked.isEmpty()) {
            folded += page(projection, parked, stuck);
            parked = resources
                    .storage()
                    .parked()
                    .list(generation, parked.getLast().position(), PAGE);
        }
        return folded;
    }

    /**
     * Folds parked events whose aggregate has no failed event left: they were parked while the failed one was being
     * folded. Reads one page per call, so that many hopeless ones do not hold up the others.
     */
    void leftBehind(Projection projection, Generation generation) {
        long after = cursors.getOrDefault(generation, Long.MIN_VALUE);
        List<ParkedEvent> parked = resources.storage().parked().list(generation, after, PAGE);
        if (parked.isEmpty()) {
            cursors.remove(generation);
        } else {
            var aggregates = parked.stream().map(ParkedEvent::aggregate).collect(Collectors.toSet());
            page(projection, parked, resources.storage().parked().blamed(generation, aggregates));
            cursors.put(generation, parked.getLast().position());
        }
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
            Batch batch = resources.storage().documents().batch(projection, parked.generation(), plan);
            ProjectedEvent event = FoldingBatch.projected(message(parked), parked.position());
            batch.begin(event);
            projection.on(event, batch);
            batch.flush();
        } catch (ReadModelUnavailableException | ConcurrentFoldException later) {
            LOG.warn("Event {} stays parked for now: {}", parked.id(), later.toString());
            return false;
        } catch (RuntimeException again) {
            // It failed again: whatever it throws, it stays parked.
            resources.storage().parked().blame(parked, UnreadEvents.reason(again));
            LOG.warn(
                    "Event {} of {} still cannot be folded into {}: {}",
                    parked.version(),
                    parked.aggregate(),
                    parked.generation().label(),
                    UnreadEvents.reason(again));
            return false;
        }
        resources.storage().parked().remove(parked);
        return true;
    }

    private DomainEventMessage<?> message(ParkedEvent parked) {
        return history.at(parked.position())
                .filter(found -> found.getIdentifier().equals(parked.id()))
                .filter(DomainEventMessage.class::isInstance)
                .map(found -> (DomainEventMessage<?>) found)
                .orElseThrow(() -> new IllegalStateException("The log has no event " + parked.id()));
    }
}
