package io.holdfast.projection.rulefeedback;

import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.Shelf;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.Shelves;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentEvent.ShipmentCleared;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what came of each rule. Tallies belong to no single shipment, so it runs on one segment. */
@Component
public final class RuleFeedbackProjection implements Projection {
    /** Its name. */
    public static final String NAME = "rulefeedback";

    /** One document per rule and port, and one per rule for all ports together. */
    public static final ShelfName<RuleTally> TALLIES = new ShelfName<>("tallies", RuleTally.class);

    /** One document per version of the rule set. */
    public static final ShelfName<RuleSetPublished> RULE_SETS = new ShelfName<>("rulesets", RuleSetPublished.class);

    /** One document per selected shipment. */
    public static final ShelfName<SelectedShipment> SHIPMENTS = new ShelfName<>("shipments", SelectedShipment.class);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<ShelfName<?>> shelves() {
        return List.of(TALLIES, RULE_SETS, SHIPMENTS);
    }

    @Override
    public void on(ProjectedEvent event, Shelves shelves) {
        switch (event.payload()) {
            case ShipmentEvent e -> count(e, shelves);
            case RuleSetPublished e ->
                shelves.shelf(RULE_SETS).put(String.valueOf(e.ref().version()), e);
            default -> {}
        }
    }

    private static void count(ShipmentEvent event, Shelves shelves) {
        Optional<Shelf.Change<SelectedShipment>> change = shelves.shelf(SHIPMENTS)
                .fold(event.shipmentId().value(), before -> SelectedShipment.fold(before, event));
        if (change.isPresent()) {
            add(FeedbackChange.of(change.get().before(), event), shelves.shelf(TALLIES));
        } else if (event instanceof ShipmentCleared) {
            // It leaves no shipment that could tell a repetition; the tallies tell it themselves.
            add(FeedbackChange.of(null, event), shelves.shelf(TALLIES));
        }
    }

    private static void add(FeedbackChange change, Shelf<RuleTally> tallies) {
        PortCode port = change.port();
        if (port != null) {
            change.tallies().forEach((rule, more) -> {
                add(port, rule, more, tallies);
                add(null, rule, more, tallies);
            });
        }
    }

    private static void add(@Nullable PortCode port, RuleKey rule, Tally more, Shelf<RuleTally> tallies) {
        RuleTally nothing = new RuleTally(port, rule, Tally.NONE);
        tallies.fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(more)));
    }
}
