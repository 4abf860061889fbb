package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.Selection;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the grounds of the latest selection. An approved redelivery keeps the earlier grounds. */
final class SelectionFold {
    /** No selection yet. */
    static final Selection NONE = new Selection(null, null, List.of(), null, null, new Act(0, Instant.EPOCH, null));

    private SelectionFold() {}

    static Selection after(Selection before, ShipmentEvent event, Act act) {
        return switch (event) {
            case ShipmentTargeted e ->
                new Selection(
                        e.basis(), e.reason(), instructions(e.screening()), ruleSet(e.screening()), e.screening(), act);
            case ShipmentCleared e ->
                new Selection(null, null, List.of(), e.screening().ruleSet(), e.screening(), act);
            default -> before;
        };
    }

    private static List<String> instructions(@Nullable Screening screening) {
        return screening == null
                ? List.of()
                : screening.fired().stream()
                        .map(FiredRule::instruction)
                        .distinct()
                        .toList();
    }

    private static @Nullable RuleSetRef ruleSet(@Nullable Screening screening) {
        return screening == null ? null : screening.ruleSet();
    }
}
