package io.holdfast.shipment.declaration;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What screening decided about a declaration.
 *
 * @param screening the score, the rules that fired and the propensity; recorded whether targeted or cleared
 * @param basis the grounds for targeting, RULES or RANDOM; absent when the shipment is cleared
 */
public record ScreeningDecision(
        Screening screening, @Nullable SelectionBasis basis) {
    /** @throws InvalidValueException if the screening is missing */
    public ScreeningDecision {
        Check.present(screening, "screening");
    }

    /** Whether the shipment is targeted; otherwise it is cleared. */
    public boolean selected() {
        return basis != null;
    }
}
