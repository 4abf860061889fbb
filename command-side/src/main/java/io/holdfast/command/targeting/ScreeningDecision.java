package io.holdfast.command.targeting;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What screening decided about a declaration.
 *
 * @param screening the score, the rules that fired and the propensity; recorded in either case
 * @param selected whether the shipment is targeted; cleared otherwise
 * @param basis RULES or RANDOM when it is selected, else null
 */
public record ScreeningDecision(
        Screening screening, boolean selected, @Nullable SelectionBasis basis) {
    /** @throws InvalidValueException when there is a basis without a selection, or a selection without a basis */
    public ScreeningDecision {
        Check.present(screening, "screening");
        if (selected == (basis == null)) {
            throw new InvalidValueException("basis", "belongs to a selection, and only to one");
        }
    }

    static ScreeningDecision selected(Screening screening, SelectionBasis basis) {
        return new ScreeningDecision(screening, true, basis);
    }

    static ScreeningDecision cleared(Screening screening) {
        return new ScreeningDecision(screening, false, null);
    }
}
