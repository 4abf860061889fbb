package io.holdfast.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContainerNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054383", "TEXU3070079", "CBHU3202732", "ABCU1234560", "MSKU1000090"})
    void numbers_of_real_containers_are_accepted(String number) {
        assertThat(new ContainerNumber(number)).hasToString(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054384", "TEXU3070070", "CBHU3202733", "ABCU1234561", "MSKU1000091"})
    void a_wrong_check_digit_is_refused_with_the_right_one(String number) {
        assertThatThrownBy(() -> new ContainerNumber(number))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageMatching("containerNumber has the wrong check digit: " + number + " should end in [0-9]");
    }

    @Test
    void two_neighbours_in_the_wrong_order_are_noticed() {
        assertThatThrownBy(() -> new ContainerNumber("CSQU3045383")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ContainerNumber("SCQU3054383")).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CSQU305438",
                "CSQU30543833",
                "csqu3054383",
                "CSQA3054383",
                "CSQU305438O",
                "CSQU 3054383",
                "ＣSQU3054383"
            })
    void another_shape_is_refused(String number) {
        assertThatThrownBy(() -> new ContainerNumber(number))
                .hasMessageStartingWith("containerNumber must be four letters ending in U, J or Z and seven digits");
    }

    @Property(tries = 500)
    void each_serial_number_of_an_owner_has_exactly_one_check_digit(
            @ForAll @StringLength(3) @Chars({'A', 'B', 'K', 'L', 'U', 'V', 'Z'}) String owner,
            @ForAll @StringLength(6) @Chars({'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}) String serial) {
        long accepted = IntStream.range(0, 10)
                .filter(digit -> isAccepted(owner + "U" + serial + digit))
                .count();

        assertThat(accepted).isEqualTo(1);
    }

    private static boolean isAccepted(String number) {
        try {
            return new ContainerNumber(number).value().equals(number);
        } catch (InvalidValueException _) {
            return false;
        }
    }
}
