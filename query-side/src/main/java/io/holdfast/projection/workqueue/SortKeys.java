package io.holdfast.projection.workqueue;

import io.holdfast.query.BrowseQueue.Sort;
import java.time.Instant;
import java.util.Locale;

/**
 * The place of a case in an order, as text of fixed width that compares as the order does; it ends with the identifier, so no
 * two cases share a place.
 */
public final class SortKeys {
    /** From which moment on instants are told apart. */
    private static final long EARLIEST = 0;

    private SortKeys() {}

    /** Where the case stands in this order. */
    public static String of(Sort sort, QueueCase c) {
        String age = age(c.enteredAt()) + c.shipmentId().value();
        return switch (sort) {
            case AGE -> age;
            case PRIORITY -> urgency(c.priority().value()) + age;
        };
    }

    /** What every place of at least this priority is less than, in the order of priority. */
    public static String endOfPriority(int minPriority) {
        return urgency(minPriority - 1);
    }

    private static String urgency(int priority) {
        return "%04d".formatted(Priorities.MAX - priority);
    }

    private static String age(Instant since) {
        return String.format(Locale.ROOT, "%012d%09d", Math.max(EARLIEST, since.getEpochSecond()), since.getNano());
    }
}
