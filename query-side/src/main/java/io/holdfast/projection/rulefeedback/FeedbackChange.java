package io.holdfast.projection.rulefeedback;

import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.ShipmentEvent.ShipmentTargeted;
import io.holdfast.value.PortCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes: the selected shipment, and the tallies of rules at its port.
 *
 * @param shipment the shipment afterwards; absent while it is not selected
 * @param port the port at which {@code tallies} change; absent when none does
 * @param tallies by how much the tallies change; a rule that does not change is absent
 */
public record FeedbackChange(
        @Nullable SelectedShipment shipment, @Nullable PortCode port, Map<RuleKey, Tally> tallies) {

    public FeedbackChange {
        tallies = Map.copyOf(tallies);
    }

    static FeedbackChange of(@Nullable SelectedShipment before, ShipmentEvent event) {
        Optional<SelectedShipment> after = SelectedShipment.fold(before, event);
        var tallies = new LinkedHashMap<RuleKey, Tally>();
        for (RuleKey rule : fired(event)) {
            tallies.merge(rule, Tally.FIRED, Tally::plus);
        }
        after.ifPresent(shipment -> add(shipment, shipment.contribution(), tallies));
        if (before != null) {
            add(before, Tally.NONE.minus(before.contribution()), tallies);
        }
        tallies.values().removeIf(Tally.NONE::equals);
        return new FeedbackChange(after.orElse(null), port(after, event), tallies);
    }

    private static List<RuleKey> fired(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted e -> RuleKey.of(e);
            case ShipmentCleared e -> RuleKey.fired(e.screening());
            default -> List.of();
        };
    }

    private static void add(SelectedShipment shipment, Tally change, Map<RuleKey, Tally> tallies) {
        shipment.rules().forEach(rule -> tallies.merge(rule, change, Tally::plus));
    }

    private static @Nullable PortCode port(Optional<SelectedShipment> shipment, ShipmentEvent event) {
        return event instanceof ShipmentCleared e
                ? e.declaration().port()
                : shipment.map(SelectedShipment::port).orElse(null);
    }
}
