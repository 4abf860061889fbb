package io.holdfast.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** A mass as it was weighed or declared, in the unit in which it was; never negative, at most 18 decimals. */
public record Mass(BigDecimal amount, MassUnit unit) {
    /** @throws InvalidValueException for a missing unit or an amount that {@link Check#quantity} refuses */
    public Mass {
        amount = Check.quantity(amount, "mass.amount");
        Check.present(unit, "mass.unit");
    }

    /** A mass in kilograms. */
    public static Mass ofKilograms(String amount) {
        return new Mass(new BigDecimal(amount), MassUnit.KG);
    }

    /** Kilograms; exact, as every unit is a finite decimal of a kilogram. */
    public BigDecimal kilograms() {
        return amount.multiply(unit.kilograms());
    }

    /** Pounds to 34 significant digits (kilograms are not a finite decimal of a pound). */
    public BigDecimal pounds() {
        return unit == MassUnit.LB ? amount : kilograms().divide(MassUnit.LB.kilograms(), MathContext.DECIMAL128);
    }
}
