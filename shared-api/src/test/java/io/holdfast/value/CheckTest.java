package io.holdfast.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckTest {
    @Test
    void a_text_is_stripped_and_bounded() {
        assertThat(Check.text("  a b\n", "reason", 3)).isEqualTo("a b");
        assertThat(Check.text("x".repeat(500), "reason", 500)).hasSize(500);
        assertThatThrownBy(() -> Check.text("x".repeat(501), "reason", 500))
                .hasMessage("reason must have at most 500 characters, has 501");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n\t", "\u2003"})
    void a_blank_text_is_missing_where_required_and_absent_where_not(String text) {
        assertThatThrownBy(() -> Check.text(text, "reason", 10)).hasMessage("reason is required");
        assertThat(Check.optionalText(text, "remarks", 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007fb", "a\u0085b"})
    void control_characters_are_refused_and_line_breaks_are_not(String text) {
        assertThatThrownBy(() -> Check.text(text, "reason", 10))
                .hasMessage("reason must not contain control characters");
        assertThat(Check.text("a\r\n\tb", "reason", 10)).isEqualTo("a\nb");
    }

    @Test
    void a_refusal_shows_a_long_or_unprintable_code_in_short() {
        assertThatThrownBy(() -> new Hs6("\u001b[31m" + "9".repeat(100_000)))
                .hasMessage("hs6 must be six digits (HS subheading), is \"?[31m" + "9".repeat(35) + "…\"");
    }

    @Test
    void a_collection_is_copied_and_bounded() {
        var given = new ArrayList<>(List.of("a"));
        List<String> checked = Check.notEmpty(given, "lines", 1);
        given.add("b");

        assertThat(checked).containsExactly("a");
        assertThatThrownBy(() -> Check.notEmpty(given, "lines", 1))
                .hasMessage("lines must have at most 1 elements, has 2");
        assertThatThrownBy(() -> Check.notEmpty(List.of(), "lines", 1)).hasMessage("lines must not be empty");
        assertThatThrownBy(() -> Check.atMost(Arrays.asList("a", null), "lines", 5))
                .hasMessage("lines is required");
        assertThat(Check.atMost(null, "lines", 5)).isEmpty();
    }

    @Test
    void a_transport_mode_has_the_code_of_recommendation_19() {
        assertThat(TransportMode.ofCode(1)).isEqualTo(TransportMode.MARITIME);
        assertThat(TransportMode.ofCode(4)).isEqualTo(TransportMode.AIR);
        assertThat(TransportMode.ofCode(5)).isEqualTo(TransportMode.MAIL);
        assertThatThrownBy(() -> TransportMode.ofCode(10)).hasMessageContaining("is 10");
        assertThatThrownBy(() -> TransportMode.ofCode(-1)).isInstanceOf(InvalidValueException.class);
    }
}
