package io.holdfast.projection.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** ReadModels without a database, with the same guarantee: no event changes a document twice. */
public final class InMemoryReadModels implements ReadModels {
    private final Map<String, InMemoryCollection<?>> collections = new HashMap<>();
    private ProjectedEvent event;

    /** Passes an event to a projection. */
    public void fold(Projection projection, ProjectedEvent event) {
        this.event = event;
        projection.on(event, this);
    }

    /** The documents of a collection by identifier, in the order of insertion. */
    public <T> Map<String, T> documents(CollectionName<T> name) {
        var documents = new LinkedHashMap<String, T>();
        of(name).entries.forEach((id, entry) -> documents.put(id, entry.value()));
        return documents;
    }

    @Override
    public <T> ReadModelCollection<T> collection(CollectionName<T> name) {
        return of(name);
    }

    @SuppressWarnings("unchecked") // created for this very name
    private <T> InMemoryCollection<T> of(CollectionName<T> name) {
        return (InMemoryCollection<T>) collections.computeIfAbsent(name.name(), _ -> new InMemoryCollection<T>());
    }

    private record Entry<T>(T value, long seen) {}

    private final class InMemoryCollection<T> implements ReadModelCollection<T> {
        private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

        @Override
        public Optional<Change<T>> fold(String id, Function<@Nullable T, Optional<T>> step) {
            Entry<T> before = entries.get(id);
            if (before != null && before.seen() >= event.position()) {
                return Optional.empty();
            }
            T value = before == null ? null : before.value();
            return step.apply(value).map(after -> {
                entries.put(id, new Entry<>(after, event.position()));
                return new Change<>(value, after);
            });
        }

        @Override
        public void put(String id, T document) {
            entries.put(id, new Entry<>(document, event.position()));
        }
    }
}
