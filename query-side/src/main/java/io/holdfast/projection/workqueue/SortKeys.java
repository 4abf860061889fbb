package io.holdfast.projection.workqueue;

import io.holdfast.query.BrowseQueue.Sort;
import java.time.Instant;
import java.util.Locale;

/**
 * The place of a case in an order, as text of fixed width that compares as the order does; it ends with the identifier, so no
 * two cases share a place. It depends on the events of the case alone, never on a clock.
 */
public final class SortKeys {
    /** From which moment on instants are told apart. */
    private static final long EARLIEST = 0;

    private SortKeys() {}

    /** Where the case stands in this order. */
    public static String of(Sort sort, QueueCase c) {
        Instant place = switch (sort) {
            case AGE -> c.enteredAt();
            case PRIORITY -> Priorities.place(c);
        };
        return text(place) + c.shipmentId().value();
    }

    /** What every place up to this moment, and no later one, is less than. */
    static String endAfter(Instant place) {
        return text(place.plusNanos(1));
    }

    private static String text(Instant since) {
        return String.format(Locale.ROOT, "%012d%09d", Math.max(EARLIEST, since.getEpochSecond()), since.getNano());
    }
}
