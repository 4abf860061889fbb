package io.holdfast.projection.support;

import java.util.List;
import java.util.Set;

/** The events that wait for somebody to mend a projection. */
public interface ParkedEvents {
    /** The aggregates of which events are parked. */
    Set<String> aggregates(Generation generation);

    /** Parks one after the other, so that nobody sees a later one without the earlier; what is parked already stays as it is. */
    void add(List<ParkedEvent> events);

    /** The parked events in the order of the log. */
    default List<ParkedEvent> list(Generation generation, int limit) {
        return list(generation, Long.MIN_VALUE, limit);
    }

    /** The parked events after a position, in the order of the log. */
    List<ParkedEvent> list(Generation generation, long after, int limit);

    /** The aggregates of which an event itself could not be folded in. */
    Set<String> blamed(Generation generation);

    /** How many are parked. */
    long count(Generation generation);

    /** Remembers what went wrong with one this time. */
    void blame(ParkedEvent event, String cause);

    /** Forgets one. */
    void remove(ParkedEvent event);

    /** Forgets all of a generation. */
    void drop(Generation generation);
}
