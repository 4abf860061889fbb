package io.holdfast.benchmarks.screening;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.MassUnit;
import io.holdfast.value.Money;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.TransportMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Made-up declarations, the same in every run: a few hundred commodities and traders, some of them common. */
final class Traffic {
    private static final long SEED = 20_260_309;
    private static final List<String> COUNTRIES = List.of("CN", "US", "JP", "VN", "DE", "IT", "TH", "IN", "HK", "MX");
    private static final List<TransportMode> MODES =
            List.of(TransportMode.MARITIME, TransportMode.AIR, TransportMode.MAIL, TransportMode.ROAD);

    private final RandomGenerator seeded = new Random(SEED);

    private Traffic() {}

    static List<Declaration> of(int count) {
        var traffic = new Traffic();
        return IntStream.range(0, count).mapToObj(traffic::declaration).toList();
    }

    private Declaration declaration(int number) {
        String origin = pick(COUNTRIES);
        return new Declaration(
                new ShipmentId("B-%07d".formatted(number)),
                LocalDate.of(2026, 1, 1).plusDays(number % 300),
                new PortCode("%04d".formatted(2700 + skewed(30))),
                pick(MODES),
                new PartyId("DECL-" + skewed(200)),
                new PartyId("IMP-" + skewed(2000)),
                seeded.nextInt(3) == 0 ? null : new PartyId("SELL-" + skewed(1000)),
                seeded.nextInt(4) == 0 ? new PartyId("COUR-" + skewed(10)) : null,
                new Hs6("%06d".formatted(100_000 + 1327 * skewed(600))),
                new CountryCode(seeded.nextInt(5) == 0 ? pick(COUNTRIES) : origin),
                new CountryCode(origin),
                new Mass(amount(50_000), MassUnit.KG),
                new Money(amount(200_000), Currency.getInstance("USD")),
                new BigDecimal(pick(List.of("0", "3", "6.5", "8", "13", "30"))),
                null,
                null,
                null,
                "Goods of kind " + skewed(400) + " in cartons, for resale",
                Map.of("processType", "B", "importType", Integer.toString(10 + skewed(9)), "taxType", "A"));
    }

    private BigDecimal amount(int most) {
        return BigDecimal.valueOf(1 + (long) skewed(most * 100), 2);
    }

    /** From 0 to below {@code bound}, with small numbers more likely. */
    private int skewed(int bound) {
        double even = seeded.nextDouble();
        return (int) (bound * even * even);
    }

    private <T> T pick(List<T> among) {
        return among.get(seeded.nextInt(among.size()));
    }
}
