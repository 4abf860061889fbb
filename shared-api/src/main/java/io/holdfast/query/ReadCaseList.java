package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.query.CaseParts.Listed;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What does a case have of one kind, from the first to the last?
 *
 * @param shipment whose case
 * @param list of which kind
 * @param scope the ports that the caller sees
 * @param newestFirst the order, which is that in which they began
 * @param after the {@code next} of the page before, if any
 * @param limit at most so many
 */
public record ReadCaseList(
        ShipmentId shipment,
        CaseList list,
        PortScope scope,
        boolean newestFirst,
        @Nullable Long after,
        int limit) {

    /** A page of the list; absent when there is no such case in scope. */
    public record Answer(@Nullable Page page) {}

    /**
     * A page; without {@code next} it is the last. It has fewer than were asked for where more would be too large.
     *
     * @param next the version of the event with which the last one here began
     */
    public record Page(
            List<? extends Listed> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
