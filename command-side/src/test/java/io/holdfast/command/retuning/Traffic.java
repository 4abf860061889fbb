package io.holdfast.command.retuning;

import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.TransportMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Made-up traffic, ten declarations a day: chapter 62 from CN is nearly always illegal. A third of it has been
 * examined.
 */
final class Traffic implements KnownOutcomes {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = FIRST.plusDays(99);
    private static final List<String> GOODS = List.of("620111", "620342", "850440", "870899", "940360");
    private static final List<String> COUNTRIES = List.of("CN", "JP", "DE", "US");

    private final List<LabelledShipment> shipments = new ArrayList<>();

    Traffic() {
        var random = new Random(7);
        for (int row = 0; row < 1000; row++) {
            String goods = GOODS.get(random.nextInt(GOODS.size()));
            String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            boolean bad = goods.startsWith("62") && country.equals("CN");
            boolean positive = random.nextDouble() < (bad ? 0.9 : 0.08);
            boolean examined = random.nextInt(3) == 0;
            Outcome known = positive ? Outcome.POSITIVE : Outcome.NEGATIVE;
            shipments.add(shipment("S" + row, row / 10, goods, country, examined ? known : Outcome.UNKNOWN));
        }
    }

    static LabelledShipment shipment(String id, int day, String goods, String country, Outcome outcome) {
        boolean known = outcome != Outcome.UNKNOWN;
        return new LabelledShipment(
                0,
                declaration(id, day, goods, country),
                Instant.EPOCH,
                known ? SelectionBasis.RULES : null,
                false,
                1,
                0,
                null,
                List.of(),
                List.of(),
                outcome,
                outcome == Outcome.POSITIVE ? Certainty.CONFIRMED : null,
                known ? Instant.EPOCH : null,
                known ? 1 : 0,
                0,
                0,
                true);
    }

    static Declaration declaration(String id, int day, String goods, String country) {
        return new Declaration(
                new ShipmentId(id),
                FIRST.plusDays(day),
                new PortCode("2704"),
                TransportMode.MARITIME,
                new PartyId("D" + id.hashCode() % 7),
                null,
                null,
                null,
                new Hs6(goods),
                new CountryCode(country),
                new CountryCode(country),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("taxType", "A"));
    }

    Traffic with(LabelledShipment more) {
        shipments.add(more);
        return this;
    }

    List<LabelledShipment> shipments() {
        return shipments;
    }

    @Override
    public void examined(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
        within(from, to, shipment -> shipment.exams() > 0, each);
    }

    @Override
    public void all(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
        within(from, to, _ -> true, each);
    }

    private void within(
            LocalDate from, LocalDate to, Predicate<LabelledShipment> wanted, Consumer<LabelledShipment> each) {
        shipments.stream()
                .filter(shipment -> !shipment.declaredOn().isBefore(from)
                        && !shipment.declaredOn().isAfter(to))
                .filter(wanted)
                .forEach(each);
    }
}
