package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.Quantity;

/**
 * Something weighed or counted in an exam.
 *
 * @param what such as {@code gross mass of pallet 3}
 * @param quantity how much
 */
public record Measurement(String what, Quantity quantity) {
    /** @throws io.holdfast.value.InvalidValueException when either is missing */
    public Measurement {
        what = Check.line(what, "measurement.what", 120);
        Check.present(quantity, "measurement.quantity");
    }
}
