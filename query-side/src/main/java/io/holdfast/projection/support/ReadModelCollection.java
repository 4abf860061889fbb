package io.holdfast.projection.support;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Documents by identifier. Each remembers the position of the last event that it has seen, and no event changes it twice. */
public interface ReadModelCollection<T> {
    /**
     * Changes one document by the event at hand.
     *
     * @param step gives the document afterwards, from what it was before (null when there is none); empty leaves it as it is
     * @return what it was and what it is; empty when the event has been seen by this document, or the step gave nothing
     */
    Optional<Change<T>> fold(String id, Function<@Nullable T, Optional<T>> step);

    /** Writes a document that depends on no earlier one, without reading; the same again changes nothing. */
    void put(String id, T document);

    /**
     * A document before and after an event.
     *
     * @param before null when there was none
     */
    record Change<T>(@Nullable T before, T after) {}
}
