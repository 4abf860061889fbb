package io.holdfast.projection.support.mongo;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The document mappings of all collections. */
final class Mappings {
    private final Map<String, DocumentMapping<?>> byCollection = new HashMap<>();

    /**
     * Collects the mappings.
     *
     * @throws IllegalArgumentException if a collection has two mappings
     */
    Mappings(List<? extends DocumentMapping<?>> mappings) {
        for (DocumentMapping<?> mapping : mappings) {
            if (byCollection.put(key(mapping.projection(), mapping.collection()), mapping) != null) {
                throw new IllegalArgumentException(
                        "Two mappings for " + key(mapping.projection(), mapping.collection()));
            }
        }
    }

    private static String key(String projection, CollectionName<?> collection) {
        return projection + "." + collection.name();
    }

    /**
     * The mapping of a collection.
     *
     * @throws IllegalArgumentException if it has none
     */
    @SuppressWarnings("unchecked") // the mapping was registered under the collection's own type
    <T> DocumentMapping<T> of(String projection, CollectionName<T> collection) {
        DocumentMapping<?> mapping = byCollection.get(key(projection, collection));
        if (mapping == null || !mapping.collection().equals(collection)) {
            throw new IllegalArgumentException("No DocumentMapping for " + key(projection, collection));
        }
        return (DocumentMapping<T>) mapping;
    }

    void requireAll(Projection projection) {
        projection.collections().forEach(collection -> of(projection.name(), collection));
    }
}
