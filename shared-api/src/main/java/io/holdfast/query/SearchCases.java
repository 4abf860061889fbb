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
 * Which cases have these facts? All that are given must hold; the answer is in the order of shipment identifiers.
 *
 * @param scope the ports that the caller sees
 * @param after the cursor of the page before, if any
 * @param limit at most so many
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

    /** A page; without {@code next} it is the last. */
    public record Page(List<Summary> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
