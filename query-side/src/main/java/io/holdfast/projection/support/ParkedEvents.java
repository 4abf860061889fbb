package io.holdfast.projection.support;

import java.util.List;
import java.util.Set;

/** Storage for events that a projection could not fold, until the projection is fixed. */
public interface ParkedEvents {
    /** Counting stops here. */
    int MOST_COUNTED = 100_000;

    /** Whether any event is parked. */
    boolean any(Generation generation);

    /** Which of these aggregates have parked events. */
    Set<String> parked(Generation generation, Set<String> aggregates);

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

    /** Which of these aggregates have an event that itself could not be folded. */
    Set<String> blamed(Generation generation, Set<String> aggregates);

    /** The number of parked events; {@link #MOST_COUNTED} stands for that many or more. */
    long count(Generation generation);

    /** Whether more than {@code most} events could not be folded; those that only wait behind them do not count. */
    boolean areBlamedMoreThan(int most, Generation generation);

    /** Records why the latest attempt to fold an event failed. */
    void blame(ParkedEvent event, String cause);

    /** Removes one event. */
    void remove(ParkedEvent event);

    /** Removes all events of a generation. */
    void drop(Generation generation);
}
