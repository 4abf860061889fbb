package io.holdfast.projection.support;

import java.util.List;
import java.util.Set;

/** The events that wait for somebody to mend a projection. */
public interface ParkedEvents {
    /** So many are counted at most. */
    int MOST_COUNTED = 100_000;

    /** Whether any are parked. */
    boolean any(Generation generation);

    /** Those of the aggregates of which events are parked. */
    Set<String> parked(Generation generation, Set<String> aggregates);

    /** Parks one after the other, so that nobody sees a later one without the earlier; what is parked already stays as it is. */
    void add(List<ParkedEvent> events);

    /** The parked events in the order of the log. */
    default List<ParkedEvent> list(Generation generation, int limit) {
        return list(generation, Long.MIN_VALUE, limit);
    }

    /** The parked events after a position, in the order of the log. */
    List<ParkedEvent> list(Generation generation, long after, int limit);

    /** Those of the aggregates of which an event itself could not be folded in. */
    Set<String> blamed(Generation generation, Set<String> aggregates);

    /** How many are parked; {@link #MOST_COUNTED} may be more. */
    long count(Generation generation);

    /** Whether more than so many events could not be folded in themselves; those that wait behind them do not count. */
    boolean areBlamedMoreThan(int most, Generation generation);

    /** Remembers what went wrong with one this time. */
    void blame(ParkedEvent event, String cause);

    /** Forgets one. */
    void remove(ParkedEvent event);

    /** Forgets all of a generation. */
    void drop(Generation generation);
}
