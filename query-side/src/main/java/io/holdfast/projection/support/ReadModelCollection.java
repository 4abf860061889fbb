package io.holdfast.projection.support;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents by identifier. Each records the position of the last event folded into it, so no event changes it twice.
 */
public interface ReadModelCollection<T> {
    /**
     * Applies the current event to one document.
     *
     * @param step computes the new document from the old one (null if there is none); empty leaves it unchanged
     * @return the document before and after; empty if it has already seen the event, or if the step returned empty
     */
    Optional<Change<T>> fold(String id, Function<@Nullable T, Optional<T>> step);

    /**
     * Writes a document without reading it first, because it depends on no earlier state. Repeating the write changes
     * nothing.
     */
    void put(String id, T document);

    /**
     * A document before and after an event.
     *
     * @param before null if there was none
     */
    record Change<T>(@Nullable T before, T after) {}
}
