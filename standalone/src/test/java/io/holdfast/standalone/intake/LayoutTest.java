package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LayoutTest {
    private static final List<String> KOREAN = List.of(
            "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud"
                    .split(","));
    private static final List<String> KOREAN_ROW =
            List.of("97061800,2020-01-01,30,B,11,21,11,10,ZZR1LT6,QLRUBN9,,,440890,BE,BE,0.0,FEU1,G,108.0,372254.4,1,2"
                    .split(","));

    @TempDir
    Path folder;

    @Test
    void a_row_of_the_public_data_set_becomes_a_declaration_without_its_labels() throws Exception {
        String json = new RowMapper(Layout.ofHeader(KOREAN), KOREAN).declaration(KOREAN_ROW);

        assertThat(json)
                .contains("\"shipmentId\":\"97061800\"", "\"transportMode\":\"MARITIME\"", "\"taxType\":\"FEU1\"")
                .contains("\"netMass\":{\"amount\":108.0,\"unit\":\"KG\"}")
                .contains("\"value\":{\"amount\":372254.4,\"currency\":\"KRW\"}")
                .doesNotContain("seller", "courier", "raud");
    }

    @Test
    void a_row_with_a_field_too_few_is_bad() {
        var mapper = new RowMapper(Layout.ofHeader(KOREAN), KOREAN);

        assertThatThrownBy(() -> mapper.declaration(KOREAN_ROW.subList(0, 9)))
                .isInstanceOf(BadRow.class)
                .hasMessage("has 9 fields instead of 22");
    }

    @Test
    void a_value_that_the_layout_gives_no_meaning_is_bad() {
        var mapper = new RowMapper(Layout.ofHeader(KOREAN), KOREAN);
        var row = new java.util.ArrayList<>(KOREAN_ROW);
        row.set(7, "77");

        assertThatThrownBy(() -> mapper.declaration(row))
                .hasMessage("\"77\" has no meaning in the layout")
                .extracting(bad -> ((BadRow) bad).field())
                .isEqualTo("transportMode");
    }

    @Test
    void a_mass_that_is_no_number_is_bad_and_bytes_that_are_no_utf8_are_bad() {
        var mapper = new RowMapper(Layout.ofHeader(KOREAN), KOREAN);
        var noNumber = new java.util.ArrayList<>(KOREAN_ROW);
        noNumber.set(18, "heavy");
        var noText = new java.util.ArrayList<>(KOREAN_ROW);
        noText.set(8, "Z\uFFFDR");

        assertThatThrownBy(() -> mapper.declaration(noNumber)).hasMessage("\"heavy\" is not a number");
        assertThatThrownBy(() -> mapper.declaration(noText)).hasMessage("is not UTF-8");
    }

    @Test
    void a_layout_of_ones_own_maps_other_columns() throws Exception {
        Path mapping = Files.writeString(folder.resolve("own.properties"), """
                shipmentId = Entry
                declaredOn = Filed
                port = '2704'
                transportMode = 'AIR'
                declarant = Broker
                hs6 = HTS6
                countryOfDeparture = From
                countryOfOrigin = Made
                """);
        var header = List.of("Entry", "Filed", "Broker", "HTS6", "From", "Made");
        var mapper = new RowMapper(Layout.read(mapping).within(header), header);

        assertThat(mapper.declaration(List.of("E1", "2026-01-02", "B", "293333", "CN", "CN")))
                .contains("\"port\":\"2704\"", "\"shipmentId\":\"E1\"");
    }

    @Test
    void a_layout_without_a_required_field_and_a_file_without_its_column_are_refused() throws IOException {
        Path mapping = Files.writeString(folder.resolve("poor.properties"), "shipmentId = Entry\n");

        assertThatThrownBy(() -> Layout.read(mapping))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("says nothing about");
        assertThatThrownBy(() -> Layout.ofHeader(List.of("a", "b")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no shipped layout fits");
    }
}
