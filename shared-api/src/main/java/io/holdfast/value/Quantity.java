package io.holdfast.value;

import java.math.BigDecimal;
import java.util.Optional;

/** How much there is of something, by mass or by count; never negative. */
public record Quantity(BigDecimal amount, QuantityUnit unit) {
    /** @throws InvalidValueException for a missing unit or an amount that {@link Check#quantity} refuses */
    public Quantity {
        amount = Check.quantity(amount, "quantity.amount");
        Check.present(unit, "quantity.unit");
    }

    /** The mass, or empty for single items. */
    public Optional<Mass> mass() {
        return unit.mass().map(massUnit -> new Mass(amount, massUnit));
    }
}
