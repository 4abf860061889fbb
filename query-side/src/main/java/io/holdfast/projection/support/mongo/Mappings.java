package io.holdfast.projection.support.mongo;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the documents of every shelf look. */
final class Mappings {
    private final Map<String, DocumentMapping<?>> byShelf = new HashMap<>();

    /** @throws IllegalArgumentException when two mappings are of one shelf */
    Mappings(List<? extends DocumentMapping<?>> mappings) {
        for (DocumentMapping<?> mapping : mappings) {
            if (byShelf.put(key(mapping.projection(), mapping.shelf()), mapping) != null) {
                throw new IllegalArgumentException("Two mappings for " + key(mapping.projection(), mapping.shelf()));
            }
        }
    }

    private static String key(String projection, CollectionName<?> shelf) {
        return projection + "." + shelf.name();
    }

    /** @throws IllegalArgumentException when the shelf has none */
    @SuppressWarnings("unchecked") // the shelf's own type
    <T> DocumentMapping<T> of(String projection, CollectionName<T> shelf) {
        DocumentMapping<?> mapping = byShelf.get(key(projection, shelf));
        if (mapping == null || !mapping.shelf().equals(shelf)) {
            throw new IllegalArgumentException("No DocumentMapping for " + key(projection, shelf));
        }
        return (DocumentMapping<T>) mapping;
    }

    void requireAll(Projection projection) {
        projection.shelves().forEach(shelf -> of(projection.name(), shelf));
    }
}
