package io.holdfast.command.targeting;

import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;

/** Decides with the active rule set whether a declared shipment is selected. */
@FunctionalInterface
public interface Screener {
    /**
     * Screens a declaration; the same declaration under the same rule set always gets the same decision.
     *
     * @throws NoActiveRuleSetException when no rule set is active or the active one cannot be applied: nothing is
     *     released unscreened
     */
    ScreeningDecision screen(Declaration declaration);
}
