package io.holdfast.command.targeting;

import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;

/** Decides whether a declared shipment is selected, by the rule set that is active now. */
@FunctionalInterface
public interface Screener {
    /**
     * Decides; the same declaration under the same rule set always gets the same answer.
     *
     * @throws NoActiveRuleSetException when no rule set is active or the active one cannot be applied: nothing is released unscreened
     */
    ScreeningDecision screen(Declaration declaration);
}
