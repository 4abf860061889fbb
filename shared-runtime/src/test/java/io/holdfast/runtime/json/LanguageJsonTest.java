package io.holdfast.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.command.ShipmentCommand.RecordArrest;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent.Snoozed;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Money;
import io.holdfast.value.PortCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageJsonTest {
    record Answer(Optional<PortCode> port, Map<PortCode, BigDecimal> sums, List<String> none) {}

    @Test
    void answers_leave_out_what_is_absent_and_write_decimals_plainly() {
        var answer = new Answer(Optional.empty(), Map.of(new PortCode("2304"), new BigDecimal("1E+3")), List.of());

        assertThat(LanguageJson.mapper().writeValueAsString(answer))
                .isEqualTo("{\"sums\":{\"2304\":1000},\"none\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"amount": 1, "currency": "usd"}  | currency must be a currency code such as USD (ISO 4217)
            {"amount": 1, "currency": "XYZ1"} | currency must be a currency code such as USD (ISO 4217)
            {"amount": 1}                     | currency is required
            {"amount": 1e15, "currency": "USD"} | amount must be below 10^15
            {"amount": 0.0000000000000000001, "currency": "USD"} | amount must have at most 18 decimals
            {"amount": NaN, "currency": "USD"} | json is malformed, repeats a property or is beyond the limits (line 1, column 15)
            null                              | json must not be null
            """)
    void money_is_an_amount_and_a_code(String json, String refusal) {
        assertThatThrownBy(() -> LanguageJson.read(json, Money.class))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, until must be an instant such as 2026-11-24T09:30:00Z (ISO 8601)",
        "yesterday, until must be an instant such as 2026-11-24T09:30:00Z (ISO 8601)"
    })
    void an_instant_is_one_point_in_time(String until, String refusal) {
        String json =
                "{\"shipmentId\": \"S-1\", \"until\": \"%s\", \"reason\": \"r\", \"at\": \"2026-11-24T09:30:00Z\"}";

        assertThatThrownBy(() -> LanguageJson.read(json.formatted(until), Snoozed.class))
                .hasMessage(refusal);
        assertThat(LanguageJson.read(json.formatted("2026-11-24T10:00:00+01:00"), Snoozed.class)
                        .until())
                .isEqualTo("2026-11-24T09:00:00Z");
        assertThatThrownBy(() -> LanguageJson.read(json.replace("\"%s\"", "1732440600"), Snoozed.class))
                .hasMessage("until must be a string");
    }

    @Test
    void a_refusal_deep_inside_names_the_whole_path() {
        assertThatThrownBy(() -> LanguageJson.read(
                        "{\"shipmentId\": \"S-1\", \"netMass\": {\"amount\": -1, \"unit\": \"KG\"}}",
                        Declaration.class))
                .hasMessage("netMass.amount must not be negative");
        assertThatThrownBy(() -> LanguageJson.read("{\"containerNumber\": \"CSQU3054384\"}", Declaration.class))
                .hasMessage("containerNumber has the wrong check digit: CSQU3054384 should end in 3");
        assertThatThrownBy(() -> LanguageJson.read("{\"declaredOn\": \"24.11.2026\"}", Declaration.class))
                .hasMessage("declaredOn must be a date such as 2026-11-24 (ISO 8601)");
    }

    @ParameterizedTest
    @CsvSource({"2147483648", "1.5", "1e2", "\"1\"", "true"})
    void a_whole_number_is_whole_and_within_its_range(String persons) {
        assertThatThrownBy(() -> LanguageJson.read("{\"persons\": " + persons + "}", RecordArrest.class))
                .hasMessage("persons must be a whole number within its range");
    }

    @Test
    void nesting_texts_numbers_and_names_are_bounded() {
        assertMalformed("[".repeat(LanguageJson.MAX_NESTING + 1) + "]".repeat(LanguageJson.MAX_NESTING + 1));
        assertMalformed("\"" + "x".repeat(LanguageJson.MAX_TEXT + 1) + "\"");
        assertMalformed("1".repeat(LanguageJson.MAX_NUMBER + 1));
        assertMalformed("{\"" + "n".repeat(1000) + "\": 1}");
        assertThat(LanguageJson.read(
                        "[".repeat(LanguageJson.MAX_NESTING) + "]".repeat(LanguageJson.MAX_NESTING), JsonNode.class))
                .isNotNull();
    }

    private static void assertMalformed(String json) {
        assertThatThrownBy(() -> LanguageJson.read(json, JsonNode.class))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("json is malformed, repeats a property or is beyond the limits");
    }
}
