package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.StringValue;
import java.util.regex.Pattern;

/** Identifies a shipment: the identifier of its declaration in the declaring system. Each shipment has one case. */
public record ShipmentId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws io.holdfast.value.InvalidValueException unless the value is 1 to 64 letters, digits or any of . _ - */
    public ShipmentId {
        Check.matching(value, "shipmentId", SHAPE, "1 to 64 letters, digits or any of . _ -");
    }

    @Override
    public String toString() {
        return value;
    }
}
