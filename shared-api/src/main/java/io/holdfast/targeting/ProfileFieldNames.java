package io.holdfast.targeting;

import io.holdfast.value.InvalidValueException;
import java.util.List;

/** The names of the fields by which risk profiles group shipments; {@code io.holdfast.shipment.declaration.ProfileField} gives their values. */
public final class ProfileFieldNames {
    /** The prefix for further declared facts. */
    public static final String ATTRIBUTES = "attributes.";

    /** The closed list, without attributes. */
    public static final List<String> NAMES = List.of(
            "port",
            "transportMode",
            "declarant",
            "importer",
            "seller",
            "courier",
            "hs6",
            "hs4",
            "hs2",
            "countryOfDeparture",
            "countryOfOrigin",
            "carrier",
            "placeOfLading",
            "currency",
            "taxRateBand",
            "valueBand",
            "netMassBand",
            "valuePerKgBand");

    private static final int MAX_NAME = ATTRIBUTES.length() + 64;

    private ProfileFieldNames() {}

    /** @throws InvalidValueException for a name that is neither in the list nor {@code attributes.} and 1 to 64 characters */
    public static void check(String name) {
        boolean attribute =
                name.startsWith(ATTRIBUTES) && name.length() > ATTRIBUTES.length() && name.length() <= MAX_NAME;
        if (!attribute && !NAMES.contains(name)) {
            throw new InvalidValueException(
                    "profile.fields", "must be among " + String.join(", ", NAMES) + " or attributes.NAME");
        }
    }
}
