package io.holdfast.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmountsTest {
    @Test
    void a_pound_is_exactly_0_45359237_kilograms() {
        assertThat(pounds("1").kilograms()).isEqualByComparingTo("0.45359237");
        assertThat(pounds("1000000").kilograms()).isEqualByComparingTo("453592.37");
        assertThat(Mass.ofKilograms("0.45359237").pounds()).isEqualByComparingTo("1");
        assertThat(new Mass(BigDecimal.ONE, MassUnit.G).kilograms()).isEqualByComparingTo("0.001");
    }

    @Property(tries = 500)
    void pounds_to_kilograms_and_back_is_the_same_mass(
            @ForAll @BigRange(min = "0", max = "999999999") @Scale(3) BigDecimal amount) {
        Mass inPounds = new Mass(amount, MassUnit.LB);
        BigDecimal kilograms = inPounds.kilograms().setScale(9, java.math.RoundingMode.HALF_EVEN);
        Mass inKilograms = new Mass(kilograms, MassUnit.KG);

        assertThat(inPounds.pounds()).isEqualByComparingTo(amount);
        assertThat(inKilograms.pounds().subtract(amount).abs()).isLessThan(new BigDecimal("0.000000003"));
    }

    @Test
    void equal_amounts_are_equal_however_they_were_written() {
        assertThat(Mass.ofKilograms("1.50")).isEqualTo(Mass.ofKilograms("1.5"));
        assertThat(Mass.ofKilograms("1E+3")).isEqualTo(Mass.ofKilograms("1000"));
        assertThat(Mass.ofKilograms("0.000")).isEqualTo(Mass.ofKilograms("0"));
        assertThat(Mass.ofKilograms("1E+3").amount().toString()).isEqualTo("1000");
    }

    @Test
    void what_binary_floating_point_made_of_a_declared_price_is_kept_as_it_was_declared() {
        assertThat(Money.of("241.58000000000004", "KRW").amount()).isEqualTo(new BigDecimal("241.58000000000004"));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.001, must not be negative",
        "1000000000000000, must be below 10^15",
        "1E+999999999, must be below 10^15",
        "0.0000000000000000001, must have at most 18 decimals",
        "1E-999999999, must have at most 18 decimals"
    })
    void what_is_no_amount_is_refused(String amount, String reason) {
        assertThatThrownBy(() -> Mass.ofKilograms(amount)).hasMessage("mass.amount " + reason);
        assertThatThrownBy(() -> Money.of(amount, "USD")).hasMessage("money.amount " + reason);
        assertThatThrownBy(() -> new Quantity(new BigDecimal(amount), QuantityUnit.UNIT))
                .hasMessage("quantity.amount " + reason);
    }

    @ParameterizedTest
    @CsvSource({"0", "999999999999999", "0.000000001", "999999999999999.999999999", "0.0000000010000"})
    void the_outermost_amounts_are_accepted(String amount) {
        assertThat(Mass.ofKilograms(amount).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void a_unit_and_a_currency_are_required() {
        assertThatThrownBy(() -> new Mass(BigDecimal.ONE, null)).hasMessage("mass.unit is required");
        assertThatThrownBy(() -> new Mass(null, MassUnit.KG)).hasMessage("mass.amount is required");
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, null)).hasMessage("money.currency is required");
        assertThatThrownBy(() -> new Quantity(BigDecimal.ONE, null)).hasMessage("quantity.unit is required");
    }

    @Test
    void a_quantity_is_a_mass_unless_it_counts_items() {
        assertThat(new Quantity(BigDecimal.TEN, QuantityUnit.LB).mass()).contains(pounds("10"));
        assertThat(new Quantity(BigDecimal.TEN, QuantityUnit.G).mass()).contains(new Mass(BigDecimal.TEN, MassUnit.G));
        assertThat(new Quantity(BigDecimal.TEN, QuantityUnit.UNIT).mass()).isEqualTo(Optional.empty());
    }

    private static Mass pounds(String amount) {
        return new Mass(new BigDecimal(amount), MassUnit.LB);
    }
}
