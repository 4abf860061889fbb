package io.holdfast.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.targeting.RuleId;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodesTest {
    private static final Map<String, Function<String, StringValue>> CODES = Map.of(
            "hs6", Hs6::new,
            "unLocode", UnLocode::new,
            "scac", Scac::new,
            "country", CountryCode::new,
            "port", PortCode::new,
            "party", PartyId::new,
            "userId", UserId::new,
            "shipmentId", ShipmentId::new,
            "holdId", HoldId::new,
            "ruleId", RuleId::new);

    @ParameterizedTest
    @CsvSource({
        "hs6, 293333",
        "hs6, 000000",
        "unLocode, KRPUS",
        "unLocode, US222",
        "scac, HD",
        "scac, HDMU",
        "country, KR",
        "port, 2304",
        "port, KRPUS",
        "port, 12345678901234567",
        "party, IMP-00042",
        "party, a/b.c_d",
        "userId, jane@example.gov",
        "userId, auth0|5f7c",
        "shipmentId, 97061800",
        "shipmentId, KR.2020_17-1",
        "holdId, H-1",
        "ruleId, precursor-by-post"
    })
    void a_good_code_is_kept_as_it_is(String name, String code) {
        assertThat(CODES.get(name).apply(code)).hasToString(code);
        assertThat(CODES.get(name).apply(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "hs6, 29333",
        "hs6, 2933331",
        "hs6, 2933.3",
        "hs6, ٢٩٣٣٣٣",
        "unLocode, krpus",
        "unLocode, KRPU1",
        "unLocode, KRPU0",
        "unLocode, KRPUSX",
        "scac, H",
        "scac, HDMUX",
        "scac, HD1",
        "country, kr",
        "country, KOR",
        "port, ''",
        "port, 123456789012345678",
        "port, 23-04",
        "party, -x",
        "party, 'a b'",
        "userId, 'jane doe'",
        "userId, @jane",
        "shipmentId, .hidden",
        "shipmentId, ../x",
        "shipmentId, a/b",
        "shipmentId, 'a\n'",
        "holdId, H.1",
        "ruleId, Upper",
        "ruleId, -x"
    })
    void a_bad_code_is_refused_under_its_name(String name, String code) {
        assertThatThrownBy(() -> CODES.get(name).apply(code))
                .isInstanceOfSatisfying(InvalidValueException.class, refused -> {
                    assertThat(refused.name()).isEqualTo(name);
                    assertThat(refused.reason()).startsWith("must be ");
                });
    }

    @ParameterizedTest
    @CsvSource({"hs6", "unLocode", "scac", "country", "port", "party", "userId", "shipmentId", "holdId", "ruleId"})
    void a_missing_code_is_refused_under_its_name(String name) {
        assertThatThrownBy(() -> CODES.get(name).apply(null)).hasMessage(name + " is required");
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void an_identifier_has_at_most_64_characters(int length, boolean good) {
        String text = "x".repeat(length);

        assertThat(accepts(text)).isEqualTo(good);
    }

    private static boolean accepts(String text) {
        try {
            return new ShipmentId(text).value().equals(text);
        } catch (InvalidValueException _) {
            return false;
        }
    }
}
