package io.holdfast.value;

import java.util.Optional;

/** The unit of a quantity: a unit of mass, or single items. */
public enum QuantityUnit {
    KG,
    G,
    LB,
    UNIT;

    /** The unit of mass, or empty for single items. */
    public Optional<MassUnit> mass() {
        return this == UNIT ? Optional.empty() : Optional.of(MassUnit.valueOf(name()));
    }
}
