package io.holdfast.projection.workqueue;

import io.holdfast.query.BrowseQueue.Sort;
import java.time.Instant;
import java.util.Locale;

/**
 * The place of a case in a sort order, as text of fixed width that sorts the same way. It ends with the shipment
 * identifier, so no two cases share a place. It depends only on the events of the case, never on a clock.
 */
public final class SortKeys {
    /** The epoch second from which instants are told apart; earlier ones sort as if they were in it. */
    private static final long EARLIEST = 0;

    private SortKeys() {}

    /** The place of the case in this order. */
    public static String of(Sort sort, QueueCase c) {
        Instant place = switch (sort) {
            case AGE -> c.enteredAt();
            case PRIORITY -> Priorities.place(c);
        };
        return text(place) + c.shipmentId().value();
    }

    /** An exclusive upper bound: greater than every place up to this moment, and not greater than any later one. */
    static String endAfter(Instant place) {
        return text(place.plusNanos(1));
    }

    private static String text(Instant since) {
        return String.format(Locale.ROOT, "%012d%09d", Math.max(EARLIEST, since.getEpochSecond()), since.getNano());
    }
}
