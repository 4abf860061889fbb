package io.holdfast.value;

import java.math.BigDecimal;
import java.util.Optional;

/** A quantity of goods, by mass or by count; never negative. */
public record Quantity(BigDecimal amount, QuantityUnit unit) {
    /** @throws InvalidValueException if the unit is missing or {@link Check#quantity} refuses the amount */
    public Quantity {
        amount = Check.quantity(amount, "quantity.amount");
        Check.present(unit, "quantity.unit");
    }

    /** The mass, or empty for single items. */
    public Optional<Mass> mass() {
        return unit.mass().map(massUnit -> new Mass(amount, massUnit));
    }
}
