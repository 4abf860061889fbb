package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.query.CaseParts.Listed;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: one page of a list of a case.
 *
 * @param shipment the shipment of the case
 * @param list the list
 * @param scope the ports that the caller may see
 * @param newestFirst whether the newest comes first; the order is that in which the items began
 * @param after the {@code next} of the previous page, if any
 * @param limit the most items to return
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
     * One page; it is the last one if {@code next} is absent. It has fewer items than the limit when more would make
     * the answer too large.
     *
     * @param next the version of the event with which the last item here began
     */
    public record Page(
            List<? extends Listed> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
