package io.holdfast.eventstore.integrity;

import java.util.Optional;

/**
 * Checks for repeated events and gaps in bounded memory: it tracks the next sequence number per aggregate, for a
 * limited number of aggregates, and the latest event identifiers. An intact log's indexes guarantee both; a log written
 * without them may violate either.
 */
final class EventRegister {

    /** What is wrong with an event. */
    record Finding(Fault fault, String detail) {}

    private final FingerprintMap next = new FingerprintMap();
    private final int mostAggregates;
    private final int generation;
    private FingerprintMap latest = new FingerprintMap();
    private FingerprintMap older = new FingerprintMap();
    private boolean overflowed;

    /**
     * @param mostAggregates how many aggregates to track; later ones are not checked
     * @param identifiers the minimum number of latest identifiers to compare with, once there are so many
     */
    EventRegister(int mostAggregates, int identifiers) {
        this.mostAggregates = mostAggregates;
        this.generation = identifiers;
    }

    boolean overflowed() {
        return overflowed;
    }

    Optional<Finding> add(LogEvent event) {
        if (latest.get(event.id(), 0) != 0 || older.get(event.id(), 0) != 0) {
            return Optional.of(new Finding(Fault.REPEATED, "event identifier " + event.id() + " was there before"));
        }
        remember(event.id());
        return event.aggregate() == null ? Optional.empty() : follow(event, event.aggregate());
    }

    private void remember(String id) {
        if (latest.size() >= generation) {
            FingerprintMap spare = older;
            older = latest;
            latest = spare;
            latest.clear();
        }
        latest.put(id, 1);
    }

    private Optional<Finding> follow(LogEvent event, String aggregate) {
        long due = next.get(aggregate, 0);
        if (due == 0 && next.size() >= mostAggregates) {
            overflowed = true;
            return Optional.empty();
        }
        next.put(aggregate, event.sequence() + 1);
        if (event.sequence() == due) {
            return Optional.empty();
        }
        Fault fault = event.sequence() < due ? Fault.REPEATED : Fault.GAP;
        return Optional.of(new Finding(fault, event + " stands where its sequence number should be " + due));
    }
}
