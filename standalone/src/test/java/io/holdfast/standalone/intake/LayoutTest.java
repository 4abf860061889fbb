package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.runtime.csv.CsvRecord;
import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String OWN = """
            shipmentId = Entry
            declaredOn = Filed
            port = '2704'
            transportMode = 'AIR'
            declarant = Broker
            hs6 = HTS6
            countryOfDeparture = From
            countryOfOrigin = Made
            """;

    @TempDir
    Path folder;

    @Test
    void a_row_of_the_public_data_set_becomes_a_declaration_without_its_labels() {
        assertThat(json(Layout.ofHeader(KOREAN), KOREAN, KOREAN_ROW))
                .contains("\"shipmentId\":\"97061800\"", "\"transportMode\":\"MARITIME\"", "\"taxType\":\"FEU1\"")
                .contains("\"netMass\":{\"amount\":108.0,\"unit\":\"KG\"}")
                .contains("\"value\":{\"amount\":372254.4,\"currency\":\"KRW\"}")
                .doesNotContain("seller", "courier", "raud");
    }

    @Test
    void a_value_that_the_layout_gives_no_meaning_and_a_mass_that_is_no_number_make_a_row_bad() {
        assertBad(7, "77", "transportMode", "\"77\" has no meaning in the layout");
        assertBad(18, "heavy", "netMass.amount", "must be a number");
        assertBad(18, "1.234,5", "netMass.amount", "must be a number with a decimal point, not a comma");
    }

    @Test
    void a_row_that_the_reader_refuses_is_bad_for_the_same_reason() {
        var mapper = new RowMapper(Layout.ofHeader(KOREAN), KOREAN);
        var refused = new CsvRecord(7, List.of("97061800"), new CsvRecord.Fault("has 1 fields instead of 22", false));

        assertThat(mapper.row(refused))
                .isEqualTo(new BadRow(7, List.of("97061800"), null, "has 1 fields instead of 22"));
    }

    @Test
    void a_unit_in_a_column_without_its_amount_is_sent_as_the_api_would_read_it() {
        var header = List.of(
                "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin,netMass.unit,attributes.importType"
                        .split(","));

        assertThat(json(Layout.ofHeader(header), header, List.of("S,2026-01-02,1,AIR,B,293333,CN,CN,KG,15".split(","))))
                .contains("\"netMass\":{\"unit\":\"KG\"}", "\"attributes\":{\"importType\":\"15\"}");
    }

    @Test
    void a_column_that_no_field_takes_is_refused_unless_it_is_ignored_by_name() throws IOException {
        var more = new ArrayList<>(KOREAN);
        more.add("Net Mas");
        assertThatThrownBy(() -> Layout.ofHeader(more))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("says nothing about the column \"Net Mas\"");
        assertThatThrownBy(() -> Layout.ofHeader(List.of(
                        "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin,netMass.amnt"
                                .split(","))))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("\"netMass.amnt\", which is no field");

        var header = List.of("Entry", "Filed", "Broker", "HTS6", "From", "Made", "Clerk", "Desk");
        assertThatThrownBy(() -> own(OWN).within(header)).hasMessageContaining("ignored = Clerk, Desk");
        assertThatCode(() -> own(OWN + "ignored = Clerk, Desk\n").within(header))
                .doesNotThrowAnyException();
        assertThatCode(() -> own(OWN + "ignored = *\n").within(header)).doesNotThrowAnyException();
    }

    @Test
    void a_layout_of_ones_own_maps_other_columns() throws IOException {
        var header = List.of("Entry", "Filed", "Broker", "HTS6", "From", "Made");

        assertThat(json(own(OWN).within(header), header, List.of("E1", "2026-01-02", "B", "293333", "CN", "CN")))
                .contains("\"port\":\"2704\"", "\"shipmentId\":\"E1\"");
    }

    @Test
    void a_layout_that_is_wrong_is_refused_with_the_place() {
        assertRefused("shipmentId = Entry\n", "says nothing about declaredOn");
        assertRefused(OWN + "netMass.amnt = Weight\n", "\"netMass.amnt\", which is no field");
        assertRefused(OWN + "carier.values.A = B\n", "\"carier\", which is no field");
        assertRefused(OWN + "carrier.values.A = B\n", "gives values of carrier, but no column");
        assertRefused(OWN + "port = Office\n", "says port twice");
        assertRefused(OWN + "carrier =\n", "names no column for carrier");
        assertRefused(OWN + "description = \\u00zz\n", "malformed");
        assertRefused("#".repeat(1024 * 1024 + 1), "longer than 1048576 bytes");
    }

    @Test
    void a_file_whose_columns_no_layout_has_or_that_lacks_a_required_one_is_refused() {
        assertThatThrownBy(() -> Layout.ofHeader(List.of("a", "b")))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("no shipped layout fits");
        assertThatThrownBy(() -> Layout.ofHeader(List.of("shipmentId", "port")))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("no column \"declaredOn\"");
        assertThatThrownBy(() -> own(OWN).within(List.of("Entry", "Filed")))
                .hasMessageContaining("no column \"Broker\"");
    }

    private static String json(Layout layout, List<String> header, List<String> cells) {
        FileRow row = new RowMapper(layout, header).row(new CsvRecord(2, cells, null));
        assertThat(row).isInstanceOf(Row.class);
        return ((Row) row).json();
    }

    private static void assertBad(int column, String text, String field, String reason) {
        var cells = new ArrayList<>(KOREAN_ROW);
        cells.set(column, text);
        assertThat(new RowMapper(Layout.ofHeader(KOREAN), KOREAN).row(new CsvRecord(2, cells, null)))
                .isEqualTo(new BadRow(2, cells, field, reason));
    }

    private void assertRefused(String layout, String reason) {
        assertThatThrownBy(() -> own(layout))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining(reason);
    }

    private Layout own(String layout) throws IOException {
        return LayoutFile.read(Files.writeString(folder.resolve("own.properties"), layout));
    }
}
