package io.holdfast.projection.workqueue;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.Screening;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a case was opened.
 *
 * @param basis absent if the shipment was cleared and called back
 * @param score the rule score; absent without rules
 * @param instructions what the officer should look for
 * @param points its contribution to the priority
 * @param at when it was selected; absent if never
 */
public record Selection(
        @Nullable SelectionBasis basis,
        @Nullable Double score,
        List<String> instructions,
        int points,
        @Nullable Instant at) {
    /** Not selected. */
    static final Selection NONE = new Selection(null, null, List.of(), 0, null);

    public Selection {
        instructions = List.copyOf(instructions);
    }

    static Selection of(ShipmentTargeted event) {
        Screening screening = event.screening();
        return new Selection(
                event.basis(),
                screening == null ? null : screening.score(),
                instructions(event, screening),
                Priorities.selection(event.basis(), screening),
                event.at());
    }

    private static List<String> instructions(ShipmentTargeted event, @Nullable Screening screening) {
        if (screening != null && !screening.fired().isEmpty()) {
            return screening.fired().stream()
                    .map(FiredRule::instruction)
                    .distinct()
                    .toList();
        }
        String reason = event.reason();
        return reason == null ? List.of() : List.of(reason);
    }

    /** The selection after two people called the shipment back: worth at least the points of a redelivery. */
    Selection calledBack(Instant when) {
        return new Selection(basis, score, instructions, Math.max(points, Priorities.REDELIVERY), when);
    }
}
