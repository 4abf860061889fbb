package io.holdfast.value;

import java.util.Optional;

/** What a quantity counts: a mass, or single items. */
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
