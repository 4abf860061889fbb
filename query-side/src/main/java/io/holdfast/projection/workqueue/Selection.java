package io.holdfast.projection.workqueue;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.Screening;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the case was opened.
 *
 * @param basis absent for a shipment that was cleared and called back
 * @param score of the rules; absent without rules
 * @param instructions what the officer should look for
 * @param points what it adds to the priority
 * @param at when; absent while it never was
 */
public record Selection(
        @Nullable SelectionBasis basis,
        @Nullable Double score,
        List<String> instructions,
        int points,
        @Nullable Instant at) {
    /** Of a shipment that no rule selected. */
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

    /** Called back by two people: at least as urgent as what they called it back for. */
    Selection calledBack(Instant when) {
        return new Selection(basis, score, instructions, Math.max(points, Priorities.REDELIVERY), when);
    }
}
