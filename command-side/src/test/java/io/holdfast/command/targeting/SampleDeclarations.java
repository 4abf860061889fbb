package io.holdfast.command.targeting;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.TransportMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A declaration of harmless tea for tests to vary. */
final class SampleDeclarations {
    private String id = "D-1";
    private String hs6 = "090240";
    private String departure = "JP";
    private String origin = "JP";
    private TransportMode mode = TransportMode.MARITIME;
    private Mass netMass = Mass.ofKilograms("2500");
    private Money value = Money.of("12000", "USD");
    private BigDecimal taxRate = BigDecimal.ZERO;
    private PartyId seller = new PartyId("S1");
    private PartyId courier;
    private String description;
    private final Map<String, String> attributes = new HashMap<>();

    static SampleDeclarations tea() {
        return new SampleDeclarations();
    }

    SampleDeclarations id(String id) {
        this.id = id;
        return this;
    }

    SampleDeclarations hs6(String hs6) {
        this.hs6 = hs6;
        return this;
    }

    SampleDeclarations route(String origin, String departure) {
        this.origin = origin;
        this.departure = departure;
        return this;
    }

    SampleDeclarations mode(TransportMode mode) {
        this.mode = mode;
        return this;
    }

    SampleDeclarations kilograms(String kilograms) {
        this.netMass = kilograms == null ? null : Mass.ofKilograms(kilograms);
        return this;
    }

    SampleDeclarations value(String amount, String currency) {
        this.value = amount == null ? null : Money.of(amount, currency);
        return this;
    }

    SampleDeclarations taxRate(String percent) {
        this.taxRate = percent == null ? null : new BigDecimal(percent);
        return this;
    }

    SampleDeclarations seller(String seller) {
        this.seller = seller == null ? null : new PartyId(seller);
        return this;
    }

    SampleDeclarations courier(String courier) {
        this.courier = courier == null ? null : new PartyId(courier);
        return this;
    }

    SampleDeclarations description(String description) {
        this.description = description;
        return this;
    }

    SampleDeclarations attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    Declaration build() {
        return new Declaration(
                new ShipmentId(id),
                LocalDate.of(2026, 3, 9),
                new PortCode("2704"),
                mode,
                new PartyId("DECL1"),
                new PartyId("IMP1"),
                seller,
                courier,
                new Hs6(hs6),
                new CountryCode(departure),
                new CountryCode(origin),
                netMass,
                value,
                taxRate,
                null,
                null,
                null,
                description,
                attributes);
    }
}
