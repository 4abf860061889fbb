package io.holdfast.command.targeting;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.Scac;
import io.holdfast.value.TransportMode;
import io.holdfast.value.UnLocode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Made-up declarations on which rule sets are tried: minimal ones, typical ones, and the largest that can be declared.
 */
final class TrialDeclarations {
    private static final int MAX_ATTRIBUTES = 40;
    /** Values of attributes: texts that parse as a number, a time, a duration, a boolean and a time zone. */
    static final List<String> VALUES =
            List.of("1", "A", "2026-03-09T00:00:00Z", "2026-03-09", "60s", "true", "UTC", "-0.5", "b".repeat(200));

    private TrialDeclarations() {}

    /** The minimal declaration, then one for each kind of value, with these attributes declared. */
    static List<Declaration> with(Collection<String> attributes) {
        var all = new ArrayList<Declaration>();
        all.add(bare());
        for (String value : VALUES) {
            all.add(full(value, attributes(attributes, value)));
        }
        return all;
    }

    /** The largest declarations in every respect, with texts of several kinds. */
    static List<Declaration> largest() {
        return List.of(
                full("a".repeat(1000), filled("a".repeat(200))),
                full("ab ".repeat(333), filled("0".repeat(200))),
                full("\ud83d\udce6".repeat(500), filled("\ud83d\udce6".repeat(100))));
    }

    private static Map<String, String> attributes(Collection<String> names, String value) {
        var attributes = new HashMap<String, String>();
        names.stream().limit(MAX_ATTRIBUTES).forEach(name -> attributes.put(name, value));
        return attributes;
    }

    private static Map<String, String> filled(String value) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < MAX_ATTRIBUTES; i++) {
            attributes.put("n".repeat(62) + (char) ('a' + i / 10) + i % 10, value);
        }
        return attributes;
    }

    private static Declaration bare() {
        return new Declaration(
                new ShipmentId("0"),
                LocalDate.of(1970, 1, 1),
                new PortCode("1"),
                TransportMode.NOT_APPLICABLE,
                new PartyId("0"),
                null,
                null,
                null,
                new Hs6("000000"),
                new CountryCode("AA"),
                new CountryCode("AA"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    /** Each role is taken by a different party. */
    private static PartyId party(boolean number, int role) {
        return new PartyId(number ? String.valueOf(role) : "P".repeat(63) + role);
    }

    private static Declaration full(String description, Map<String, String> attributes) {
        boolean number = description.equals("1");
        return new Declaration(
                new ShipmentId(number ? description : "S".repeat(64)),
                LocalDate.of(2026, 3, 9),
                new PortCode("4701"),
                TransportMode.MARITIME,
                party(number, 1),
                party(number, 2),
                party(number, 3),
                party(number, 4),
                new Hs6("293336"),
                new CountryCode("CN"),
                new CountryCode("JP"),
                Mass.ofKilograms("999999999999999"),
                Money.of(number ? description : "999999999999999.999999999999999999", "USD"),
                new BigDecimal("8"),
                new ContainerNumber("CSQU3054383"),
                new Scac("MAEU"),
                new UnLocode("CNSHA"),
                description,
                attributes);
    }
}
