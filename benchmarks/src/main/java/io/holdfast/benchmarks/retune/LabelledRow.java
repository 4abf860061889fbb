package io.holdfast.benchmarks.retune;

import io.holdfast.shipment.declaration.Declaration;
import java.time.LocalDate;

/**
 * A declaration with its labels, which the system learns only by examining it.
 *
 * @param positive whether an examination finds something
 * @param critical whether that is critical fraud
 * @param changed whether it is positive because of the injected change
 */
record LabelledRow(Declaration declaration, boolean positive, boolean critical, boolean changed) {
    String id() {
        return declaration.shipmentId().value();
    }

    LocalDate on() {
        return declaration.declaredOn();
    }
}
