package io.holdfast.projection.reporting;

import io.holdfast.shipment.SeizureLine;
import io.holdfast.value.Mass;
import io.holdfast.value.MassUnit;
import io.holdfast.value.Money;
import io.holdfast.value.QuantityUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The amount seized of one kind of goods. Sums are exact; the difference of two amounts is also an amount.
 *
 * @param events number of seizures
 * @param kilograms the amount measured by mass
 * @param units the amount counted in units
 * @param values appraised value by currency code; never zero
 */
public record SeizedAmount(long events, BigDecimal kilograms, BigDecimal units, SortedMap<String, BigDecimal> values) {
    /** No seizures. */
    public static final SeizedAmount NONE = new SeizedAmount(0, BigDecimal.ZERO, BigDecimal.ZERO, new TreeMap<>());

    private static final int POUND_DECIMALS = 9;

    public SeizedAmount {
        kilograms = plain(kilograms);
        units = plain(units);
        var copy = new TreeMap<String, BigDecimal>();
        values.forEach((currency, amount) -> copy.put(currency, plain(amount)));
        copy.values().removeIf(amount -> amount.signum() == 0);
        values = Collections.unmodifiableSortedMap(copy);
    }

    /** A normal form, so that equal amounts are equal records, whatever was added and subtracted. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The amount of one line, not counted as a seizure. */
    static SeizedAmount of(SeizureLine line) {
        BigDecimal kilograms = line.quantity().mass().map(Mass::kilograms).orElse(BigDecimal.ZERO);
        BigDecimal units =
                line.quantity().unit() == QuantityUnit.UNIT ? line.quantity().amount() : BigDecimal.ZERO;
        Money value = line.appraisedValue();
        var values = new TreeMap<String, BigDecimal>(
                value == null ? Map.of() : Map.of(value.currency().getCurrencyCode(), value.amount()));
        return new SeizedAmount(0, kilograms, units, values);
    }

    /** The same amount with one more seizure. */
    SeizedAmount oneMoreEvent() {
        return new SeizedAmount(events + 1, kilograms, units, values);
    }

    SeizedAmount plus(SeizedAmount o) {
        var sum = new TreeMap<>(values);
        o.values.forEach((currency, amount) -> sum.merge(currency, amount, BigDecimal::add));
        return new SeizedAmount(events + o.events, kilograms.add(o.kilograms), units.add(o.units), sum);
    }

    SeizedAmount negated() {
        var negated = new TreeMap<String, BigDecimal>();
        values.forEach((currency, amount) -> negated.put(currency, amount.negate()));
        return new SeizedAmount(-events, kilograms.negate(), units.negate(), negated);
    }

    BigDecimal pounds() {
        return pounds(kilograms);
    }

    /**
     * The mass in pounds (1 lb = 0.45359237 kg): exact if finite within nine decimals, otherwise rounded half to even.
     */
    public static BigDecimal pounds(BigDecimal kilograms) {
        BigDecimal exact = kilograms.divide(MassUnit.LB.kilograms(), MathContext.DECIMAL128);
        return plain(exact.setScale(POUND_DECIMALS, RoundingMode.HALF_EVEN));
    }
}
