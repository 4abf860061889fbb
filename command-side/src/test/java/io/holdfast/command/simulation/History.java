package io.holdfast.command.simulation;

import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.TransportMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A made-up history: shipments with their outcomes. */
final class History {
    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate TO = LocalDate.of(2026, 1, 31);
    private static final List<String> GOODS = List.of("090240", "293333", "847989", "611020", "420212");
    private static final List<String> COUNTRIES = List.of("CN", "JP", "US", "VN");

    private History() {}

    static List<LabelledShipment> of(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> shipment(i, random)).toList();
    }

    static LabelledShipment shipment(int number, Random random) {
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        boolean examined = outcome != Outcome.UNKNOWN;
        var declaration = new Declaration(
                new ShipmentId("H-" + number),
                FROM.plusDays(random.nextInt(31)),
                new PortCode("270" + random.nextInt(4)),
                random.nextBoolean() ? TransportMode.MAIL : TransportMode.MARITIME,
                new PartyId("DECL-" + random.nextInt(20)),
                null,
                null,
                null,
                new Hs6(GOODS.get(random.nextInt(GOODS.size()))),
                new CountryCode(COUNTRIES.get(random.nextInt(COUNTRIES.size()))),
                new CountryCode("CN"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        return new LabelledShipment(
                number,
                declaration,
                Instant.EPOCH,
                null,
                false,
                0.1,
                0,
                null,
                List.of(),
                List.of(),
                outcome,
                outcome == Outcome.POSITIVE ? Certainty.CONFIRMED : null,
                examined ? Instant.EPOCH : null,
                examined ? 1 : 0,
                examined ? 2 : 0,
                examined ? 1 + random.nextInt(40) : 0,
                true);
    }
}
