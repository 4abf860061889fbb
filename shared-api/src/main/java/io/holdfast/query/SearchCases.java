package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: cases by their facts. A case must match every given criterion; the answer is ordered by shipment identifier.
 *
 * @param scope the ports that the caller may see
 * @param after the cursor of the previous page, if any
 * @param limit the most cases to return
 */
public record SearchCases(
        PortScope scope,
        @Nullable ContainerNumber container,
        @Nullable PartyId importer,
        @Nullable Hs6 hs6,
        @Nullable Status status,
        @Nullable PortCode port,
        @Nullable ShipmentId after,
        int limit) {

    /** A case in brief. */
    public record Summary(
            ShipmentId shipmentId,
            PortCode port,
            Status status,
            long version,
            @Nullable SelectionBasis basis,
            Hs6 hs6,
            CountryCode countryOfDeparture,
            @Nullable PartyId importer,
            @Nullable ContainerNumber containerNumber,
            @Nullable UserId assignee,
            Instant lastChangeAt) {}

    /** One page; it is the last one if {@code next} is absent. */
    public record Page(List<Summary> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
