package io.holdfast.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.command.ShipmentCommand.LinkCases;
import io.holdfast.shipment.command.ShipmentCommand.OrderExam;
import io.holdfast.shipment.command.ShipmentCommand.PlaceHold;
import io.holdfast.shipment.command.ShipmentCommand.RecordArrest;
import io.holdfast.shipment.command.ShipmentCommand.TargetShipment;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.Quantity;
import io.holdfast.value.QuantityUnit;
import io.holdfast.value.Sha256;
import io.holdfast.value.TransportMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsTest {
    private static final ShipmentId ID = new ShipmentId("S-1");
    private static final HoldId HOLD = new HoldId("H-1");

    @Test
    void a_partner_agency_is_named_when_it_holds_and_only_then() {
        assertThat(new PlaceHold(ID, HOLD, HoldType.PARTNER_AGENCY, "FDA", "r", "l").agency())
                .isEqualTo("FDA");
        assertRefused("agency", () -> new PlaceHold(ID, HOLD, HoldType.PARTNER_AGENCY, " ", "r", "l"));
        assertRefused("agency", () -> new PlaceHold(ID, HOLD, HoldType.MANIFEST, "FDA", "r", "l"));
        assertRefused("agency", () -> new OrderExam(ID, new ExamId("X"), ExamType.PARTNER_AGENCY, null, null));
    }

    @Test
    void a_command_carries_the_declaration_of_its_own_shipment() {
        Declaration other = declaration("S-2", Map.of());

        assertRefused("declaration.shipmentId", () -> new TargetShipment(ID, other, SelectionBasis.MANUAL, "r"));
        assertRefused("other", () -> new LinkCases(ID, ID, LinkRelation.values()[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void arrests_are_between_one_and_a_thousand(int persons) {
        assertRefused("persons", () -> new RecordArrest(ID, new EntryId("E"), persons, "HSI"));
    }

    @Test
    void no_discrepancy_stands_alone() {
        assertRefused("findings", () -> result(Finding.NO_DISCREPANCY, Finding.MISDESCRIPTION));
        assertRefused("findings", FactsTest::result);
        assertThat(result(Finding.MISDESCRIPTION, Finding.MISDESCRIPTION).findings())
                .containsExactly(Finding.MISDESCRIPTION);
    }

    @Test
    void a_seizure_line_is_of_something() {
        assertRefused("quantity.amount", () -> line("fentanyl", "0", null));
        assertRefused("goods", () -> line(" ", "1", null));
        assertRefused("purityPercent", () -> line("fentanyl", "1", "100.000000001"));
        assertThat(line("fentanyl", "1", "100").goods()).isEqualTo("FENTANYL");
    }

    @ParameterizedTest
    @CsvSource({
        "../etc/passwd, image/jpeg, 1, fileName",
        "C:\\x.jpg, image/jpeg, 1, fileName",
        "x.jpg, jpeg, 1, mediaType",
        "x.jpg, image/jpeg; q=1, 1, mediaType",
        "x.jpg, image/jpeg, 0, sizeInBytes"
    })
    void evidence_is_a_file_name_a_media_type_and_some_bytes(String file, String type, long size, String field) {
        assertRefused(field, () -> new Evidence(file, type, size, new Sha256("0".repeat(64))));
    }

    @Test
    void attributes_of_a_declaration_are_bounded_sorted_and_fixed() {
        var given = new HashMap<>(Map.of("b", "2", "a", "1"));
        Declaration declaration = declaration("S-1", given);
        given.put("c", "3");
        var many = new HashMap<String, String>();
        for (int i = 0; i < 41; i++) {
            many.put("a" + i, "v");
        }

        assertThat(declaration.attributes().keySet()).containsExactly("a", "b");
        assertThatThrownBy(() -> declaration.attributes().put("d", "4"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertRefused("attributes", () -> declaration("S-1", many));
        assertRefused("attributes.a", () -> declaration("S-1", Map.of("a", "x".repeat(201))));
    }

    @Test
    void a_finding_that_supports_a_seizure_is_a_positive_one() {
        assertThat(Finding.values()).filteredOn(Finding::supportsSeizure).allMatch(Finding::positive);
        assertThat(Finding.NO_DISCREPANCY.positive()).isFalse();
        assertThat(Finding.UNRESOLVED_ANOMALY.positive()).isFalse();
    }

    private static ExamResult result(Finding... findings) {
        return new ExamResult(List.of(findings), List.of(Technique.values()[0]), null, null, null);
    }

    private static SeizureLine line(String goods, String amount, String purity) {
        var quantity = new Quantity(new BigDecimal(amount), QuantityUnit.KG);
        return new SeizureLine(
                goods,
                new Hs6("293333"),
                quantity,
                null,
                "19 USC 1595a(c)",
                null,
                null,
                purity == null ? null : new BigDecimal(purity));
    }

    private static Declaration declaration(String id, Map<String, String> attributes) {
        var country = new CountryCode("KR");
        return new Declaration(
                new ShipmentId(id),
                LocalDate.of(2026, 11, 24),
                new PortCode("2304"),
                TransportMode.AIR,
                new PartyId("D-1"),
                null,
                null,
                null,
                new Hs6("293333"),
                country,
                country,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                attributes);
    }

    private static void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.name()).isEqualTo(field));
    }
}
