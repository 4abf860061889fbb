package io.holdfast.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** A mass in the unit in which it was weighed or declared; never negative, at most 18 decimals. */
public record Mass(BigDecimal amount, MassUnit unit) {
    /** @throws InvalidValueException if the unit is missing or {@link Check#quantity} refuses the amount */
    public Mass {
        amount = Check.quantity(amount, "mass.amount");
        Check.present(unit, "mass.unit");
    }

    /** A mass in kilograms. */
    public static Mass ofKilograms(String amount) {
        return new Mass(new BigDecimal(amount), MassUnit.KG);
    }

    /** The mass in kilograms; exact, because every unit is a terminating decimal of a kilogram. */
    public BigDecimal kilograms() {
        return amount.multiply(unit.kilograms());
    }

    /** The mass in pounds, to 34 significant digits (a kilogram is not a terminating decimal of a pound). */
    public BigDecimal pounds() {
        return unit == MassUnit.LB ? amount : kilograms().divide(MassUnit.LB.kilograms(), MathContext.DECIMAL128);
    }
}
