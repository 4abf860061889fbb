package io.holdfast.value;

import java.math.BigDecimal;

/** Units of mass; each converts exactly (international pound of 1959: 1 lb = 0.45359237 kg). */
public enum MassUnit {
    KG("1"),
    G("0.001"),
    LB("0.45359237");

    private final BigDecimal kilograms;

    MassUnit(String kilograms) {
        this.kilograms = new BigDecimal(kilograms);
    }

    /** One of this unit in kilograms; exact. */
    public BigDecimal kilograms() {
        return kilograms;
    }
}
