package io.holdfast.projection.support;

import java.util.List;
import java.util.Set;

/** Storage for events that a projection could not fold, until the projection is fixed. */
public interface ParkedEvents {
    /** The aggregates that have parked events. */
    Set<String> aggregates(Generation generation);

    /**
     * Parks events one after another, so no reader sees a later one without the earlier. One that is already parked is
     * left unchanged.
     */
    void add(List<ParkedEvent> events);

    /** The parked events in log order. */
    default List<ParkedEvent> list(Generation generation, int limit) {
        return list(generation, Long.MIN_VALUE, limit);
    }

    /** The parked events after a position, in log order. */
    List<ParkedEvent> list(Generation generation, long after, int limit);

    /** The aggregates that have an event which itself could not be folded. */
    Set<String> blamed(Generation generation);

    /** The number of parked events. */
    long count(Generation generation);

    /** Records why the latest attempt to fold an event failed. */
    void blame(ParkedEvent event, String cause);

    /** Removes one event. */
    void remove(ParkedEvent event);

    /** Removes all events of a generation. */
    void drop(Generation generation);
}
