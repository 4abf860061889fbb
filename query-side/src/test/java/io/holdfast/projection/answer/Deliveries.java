package io.holdfast.projection.answer;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModelCollection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Documents of a projection in memory, written batch by batch as the store does; a batch can be interrupted halfway.
 */
public final class Deliveries {
    /** A document and the store's bookkeeping for it. */
    public record Kept(Object document, long seen, long version) {}

    private final Projection projection;
    private final Map<String, Map<String, Kept>> collections = new HashMap<>();

    public Deliveries(Projection projection) {
        this.projection = projection;
    }

    /** Events in the form that projections receive, in the order of the log. */
    public static List<ProjectedEvent> projected(List<?> payloads) {
        var versions = new HashMap<String, Long>();
        var events = new ArrayList<ProjectedEvent>();
        for (Object payload : payloads) {
            String aggregate =
                    payload instanceof ShipmentEvent e ? e.shipmentId().value() : RuleSetCommand.SERIES;
            var at = payload instanceof ShipmentEvent e ? e.at() : ((RuleSetEvent) payload).at();
            long version = versions.merge(aggregate, 1L, Long::sum);
            int position = events.size();
            events.add(
                    new ProjectedEvent(payload, "e" + position, "name#1", aggregate, version, position, at, Map.of()));
        }
        return events;
    }

    public Deliveries deliver(List<ProjectedEvent> batch) {
        return deliver(batch, Integer.MAX_VALUE);
    }

    /** Delivers a batch that is interrupted after the first {@code writes} documents. */
    public Deliveries deliver(List<ProjectedEvent> batch, int writes) {
        var overlay = new HashMap<String, Map<String, Kept>>();
        for (ProjectedEvent event : batch) {
            projection.on(event, new AtHand(event, overlay));
        }
        int left = writes;
        for (CollectionName<?> collection : projection.collections()) {
            for (var write : new TreeMap<>(overlay.getOrDefault(collection.name(), Map.of())).entrySet()) {
                if (left-- > 0) {
                    collections
                            .computeIfAbsent(collection.name(), _ -> new TreeMap<>())
                            .put(write.getKey(), write.getValue());
                }
            }
        }
        return this;
    }

    /** The stored documents with their bookkeeping, by collection and identifier. */
    public Map<String, Map<String, Kept>> contents() {
        var copy = new TreeMap<String, Map<String, Kept>>();
        collections.forEach((name, documents) -> copy.put(name, new TreeMap<>(documents)));
        return copy;
    }

    /** The stored documents only, by collection and identifier. */
    public Map<String, Map<String, Object>> documents() {
        var documents = new TreeMap<String, Map<String, Object>>();
        contents()
                .forEach((name, kept) -> kept.forEach((id, k) ->
                        documents.computeIfAbsent(name, _ -> new TreeMap<>()).put(id, k.document())));
        return documents;
    }

    private final class AtHand implements ReadModels {
        private final ProjectedEvent event;
        private final Map<String, Map<String, Kept>> overlay;

        AtHand(ProjectedEvent event, Map<String, Map<String, Kept>> overlay) {
            this.event = event;
            this.overlay = overlay;
        }

        @Override
        public <T> ReadModelCollection<T> collection(CollectionName<T> name) {
            if (!projection.collections().contains(name)) {
                throw new IllegalArgumentException(name + " is not a collection of " + projection.name());
            }
            return new ReadModelCollection<>() {
                @Override
                public Optional<Change<T>> fold(String id, Function<T, Optional<T>> step) {
                    Kept before = kept(name.name(), id);
                    if (before != null && before.seen() >= event.position()) {
                        return Optional.empty();
                    }
                    T document = before == null ? null : name.type().cast(before.document());
                    return step.apply(document).map(after -> {
                        put(id, after);
                        return new Change<>(document, after);
                    });
                }

                @Override
                public void put(String id, T document) {
                    overlay.computeIfAbsent(name.name(), _ -> new HashMap<>())
                            .put(id, new Kept(document, event.position(), event.version()));
                }
            };
        }

        private Kept kept(String collection, String id) {
            Kept fresh = overlay.getOrDefault(collection, Map.of()).get(id);
            return fresh != null
                    ? fresh
                    : collections.getOrDefault(collection, Map.of()).get(id);
        }
    }
}
