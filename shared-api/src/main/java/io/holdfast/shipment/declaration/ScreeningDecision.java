package io.holdfast.shipment.declaration;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What screening decided about a declaration.
 *
 * @param screening the score, the rules that fired and the propensity; recorded in either case
 * @param basis on what grounds the shipment is targeted, RULES or RANDOM; absent when it is cleared
 */
public record ScreeningDecision(
        Screening screening, @Nullable SelectionBasis basis) {
    /** @throws InvalidValueException without a screening */
    public ScreeningDecision {
        Check.present(screening, "screening");
    }

    /** Whether the shipment is targeted; cleared otherwise. */
    public boolean selected() {
        return basis != null;
    }
}
