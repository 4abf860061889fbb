package io.holdfast.shipment.declaration;

import io.holdfast.targeting.ProfileFieldNames;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import io.holdfast.value.StringValue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A declared fact by which risk profiles group shipments: one from the closed list, or {@code attributes.NAME} for a
 * further declared fact. Its value is always a text, empty when the fact was not declared. Numbers are given as the
 * bands that {@link Bands} defines.
 */
public final class ProfileField {
    private final String name;
    private final Function<Declaration, String> value;

    private ProfileField(String name, Function<Declaration, String> value) {
        this.name = name;
        this.value = value;
    }

    private enum Named {
        PORT("port", d -> d.port().value()),
        TRANSPORT_MODE("transportMode", d -> d.transportMode().name()),
        DECLARANT("declarant", d -> d.declarant().value()),
        IMPORTER("importer", d -> text(d.importer())),
        SELLER("seller", d -> text(d.seller())),
        COURIER("courier", d -> text(d.courier())),
        HS6("hs6", d -> d.hs6().value()),
        HS4("hs4", d -> d.hs6().value().substring(0, 4)),
        HS2("hs2", d -> d.hs6().value().substring(0, 2)),
        COUNTRY_OF_DEPARTURE("countryOfDeparture", d -> d.countryOfDeparture().value()),
        COUNTRY_OF_ORIGIN("countryOfOrigin", d -> d.countryOfOrigin().value()),
        CARRIER("carrier", d -> text(d.carrier())),
        PLACE_OF_LADING("placeOfLading", d -> text(d.placeOfLading())),
        CURRENCY("currency", d -> {
            Money money = d.value();
            return money == null ? "" : money.currency().getCurrencyCode();
        }),
        TAX_RATE_BAND("taxRateBand", d -> {
            var rate = d.taxRate();
            return rate == null ? "" : Bands.TAX_RATE.of(rate.doubleValue());
        }),
        /** In the declared currency, which is part of the band: {@code USD 100..300}. */
        VALUE_BAND("valueBand", d -> {
            Money money = d.value();
            return money == null ? "" : band(money, money.amount().doubleValue());
        }),
        /** Kilograms. */
        NET_MASS_BAND("netMassBand", d -> {
            Mass mass = d.netMass();
            return mass == null ? "" : Bands.MAGNITUDE.of(mass.kilograms().doubleValue());
        }),
        /** Declared value per kilogram, in the declared currency; empty without a value or a mass. */
        VALUE_PER_KG_BAND("valuePerKgBand", d -> valuePerKilogram(d.value(), d.netMass()));

        private final ProfileField field;

        Named(String name, Function<Declaration, String> value) {
            this.field = new ProfileField(name, value);
        }
    }

    /**
     * Finds a field by its name.
     *
     * @throws io.holdfast.value.InvalidValueException for a name that is neither in {@link #names()} nor
     *     {@code attributes.} followed by a name of 1 to 64 characters
     */
    public static ProfileField named(String name) {
        ProfileFieldNames.check(name);
        for (Named known : Named.values()) {
            if (known.field.name.equals(name)) {
                return known.field;
            }
        }
        if (name.startsWith(ProfileFieldNames.ATTRIBUTES)) {
            String attribute = name.substring(ProfileFieldNames.ATTRIBUTES.length());
            return new ProfileField(
                    name, d -> Objects.requireNonNullElse(d.attributes().get(attribute), ""));
        }
        throw new IllegalStateException(name + " is checked but has no value");
    }

    /** The names in the closed list, without attributes. */
    public static List<String> names() {
        return Arrays.stream(Named.values()).map(known -> known.field.name).toList();
    }

    /** The name that profiles use. */
    public String name() {
        return name;
    }

    /** The value in this declaration; empty when it was not declared. */
    public String of(Declaration declaration) {
        return value.apply(declaration);
    }

    private static String text(@Nullable StringValue value) {
        return value == null ? "" : value.value();
    }

    private static String valuePerKilogram(@Nullable Money money, @Nullable Mass mass) {
        if (money == null || mass == null || mass.amount().signum() == 0) {
            return "";
        }
        return band(money, money.amount().doubleValue() / mass.kilograms().doubleValue());
    }

    private static String band(Money money, double amount) {
        return money.currency().getCurrencyCode() + " " + Bands.MAGNITUDE.of(amount);
    }
}
