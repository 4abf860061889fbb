package io.holdfast.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.runtime.csv.UnusableHeaderException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowsTest {
    private static final String HEADER =
            "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin,netMass.amount,"
                    + "netMass.unit,description,attributes.taxType\n";
    private static final String JSON = """
            {"shipmentId":"S-1","declaredOn":"2026-10-01","port":"4701","transportMode":"AIR","declarant":"B1",\
            "hs6":"070200","countryOfDeparture":"CN","countryOfOrigin":"CN"}""";

    @Test
    void a_csv_row_becomes_a_declaration() throws IOException {
        var row = csv("S-1, 2026-10-01 ,4701,AIR,B1,070200,CN,CN,8.397E2,KG,\"Tomatoes, \"\"fresh\"\"\nred\",A\r\n")
                .getFirst();

        var declaration = row.declaration();
        assertThat(row.line()).isEqualTo(2);
        assertThat(declaration.shipmentId().value()).isEqualTo("S-1");
        assertThat(declaration.netMass()).isNotNull();
        assertThat(declaration.netMass().amount()).isEqualByComparingTo("839.7");
        assertThat(declaration.description()).isEqualTo("Tomatoes, \"fresh\"\nred");
        assertThat(declaration.attributes()).containsEntry("taxType", "A");
    }

    @Test
    void an_empty_csv_cell_is_an_absent_value() throws IOException {
        var declaration = csv("S-1,2026-10-01,4701,AIR,B1,070200,CN,CN,,,\"\",")
                .getFirst()
                .declaration();

        assertThat(declaration.netMass()).isNull();
        assertThat(declaration.description()).isNull();
        assertThat(declaration.attributes()).isEmpty();
    }

    @Test
    void a_bad_csv_row_spoils_no_other_and_lines_are_counted_through() throws IOException {
        var rows = csv("""
                S-1,2026-10-01,4701,AIR,B1,070200,CN,CN,1,KG,"two
                lines",
                S-2,2026-10-01,4701

                S-3,2026-10-01,4701,AIR,B1,070200,CN,CN,many,KG,,
                S-4,2026-10-01,4701,AIR,B1,070200,CN,CN,1,KG,"a" b,
                S-5,2026-10-01,4701,AIR,B1,070200,CN,CN,1,KG,5" pipe,
                """);

        assertThat(rows).extracting(RawRow::line).containsExactly(2L, 4L, 6L, 7L, 8L);
        assertThat(rows)
                .extracting(RowsTest::reason)
                .containsExactly(
                        "",
                        "has 3 fields instead of 12",
                        "netMass.amount must be a number",
                        "has text after a closing quote",
                        "");
        assertThat(rows.get(2).shipmentId()).hasToString("S-3");
        assertThat(rows.get(4).declaration().description()).isEqualTo("5\" pipe");
    }

    @Test
    void a_csv_that_was_cut_off_within_quotes_says_so() throws IOException {
        var rows = csv("S-1,2026-10-01,4701,AIR,B1,070200,CN,CN,1,KG,\"Toma");

        assertThat(rows).singleElement().extracting(RowsTest::reason).asString().contains("never closed", "cut off");
        assertThat(rows.getFirst().shipmentId()).hasToString("S-1");
    }

    @Test
    void a_row_longer_than_64_kilobytes_is_refused_and_the_next_is_read() throws IOException {
        String longText = "x".repeat(DeclarationJson.MAX_BYTES);
        var csv = csv("S-1,2026-10-01,4701,AIR,B1,070200,CN,CN,1,KG,\"" + longText
                + "\",\nS-2,2026-10-01,4701,AIR,B1,070200,CN,CN,1,KG,,\n");
        var ndjson = ndjson("{\"shipmentId\":\"" + longText + "\"}\n" + JSON);

        assertThat(csv).extracting(RowsTest::reason).containsExactly("is longer than 65536 bytes", "");
        assertThat(ndjson).extracting(RowsTest::reason).containsExactly("is longer than 65536 bytes", "");
    }

    @Test
    void what_is_not_utf_8_is_refused_row_by_row() throws IOException {
        byte[] latin = ("{\"shipmentId\":\"S-1\",\"description\":\"caf\u00e9\"}\n" + JSON + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = JSON.getBytes(StandardCharsets.UTF_16);

        assertThat(all(new NdjsonRows(new ByteArrayInputStream(latin))))
                .extracting(RowsTest::reason)
                .containsExactly("is not UTF-8", "");
        assertThat(all(new NdjsonRows(new ByteArrayInputStream(utf16))))
                .extracting(RowsTest::reason)
                .containsExactly("is not UTF-8");
    }

    @Test
    void a_byte_order_mark_blank_lines_and_carriage_returns_do_not_matter() throws IOException {
        var rows = ndjson("\uFEFF" + JSON + "\r\n\r\n  \n" + JSON);

        assertThat(rows).extracting(RowsTest::reason).containsExactly("", "");
        assertThat(rows).extracting(RawRow::line).containsExactly(1L, 4L);
    }

    @Test
    void a_json_row_at_fault_names_the_field_and_the_reason() throws IOException {
        var rows = ndjson(String.join(
                "\n",
                JSON.replace("}", ",\"colour\":\"red\"}"),
                JSON.replace("\"B1\"", "7"),
                JSON.replace("\"AIR\"", "\"BALLOON\""),
                JSON.replace("2026-10-01", "2026-13-01"),
                JSON.replace("\"4701\"", "null"),
                JSON.replace("}", ",\"netMass\":{\"amount\":-1,\"unit\":\"KG\"}}"),
                "[1]",
                "null",
                JSON + " {}",
                "{\"shipmentId\":"));

        assertThat(rows)
                .extracting(RowsTest::field)
                .containsExactly(
                        "colour",
                        "declarant",
                        "transportMode",
                        "declaredOn",
                        "port",
                        "netMass.amount",
                        null,
                        null,
                        null,
                        null);
        assertThat(rows).extracting(RowsTest::reason).noneMatch(String::isEmpty);
        assertThat(rows.getFirst().shipmentId()).hasToString("S-1");
        assertThat(rows.getLast().shipmentId()).isNull();
    }

    @Test
    void a_header_that_cannot_be_used_is_refused_before_any_row() {
        assertThatExceptionOfType(UnusableHeaderException.class)
                .isThrownBy(() -> rows("shipmentId,colour\n1,red\n"))
                .withMessageContaining("\"colour\"")
                .withMessageContaining("netMass.amount");
        assertThatExceptionOfType(UnusableHeaderException.class)
                .isThrownBy(() -> rows("port,port\n"))
                .withMessageContaining("twice");
        assertThatExceptionOfType(UnusableHeaderException.class)
                .isThrownBy(() -> rows(""))
                .withMessageContaining("no header");
        assertThatExceptionOfType(UnusableHeaderException.class)
                .isThrownBy(() -> rows("\"port"))
                .withMessageContaining("never closed");
    }

    @Property(tries = 500)
    void any_bytes_are_rows_or_refused_rows(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        for (RowSource rows :
                List.of(new NdjsonRows(in(bytes)), new CsvRows(in(HEADER.getBytes(), bytes), StandardCharsets.UTF_8))) {
            for (RawRow row : all(rows)) {
                assertThat(row.line()).isPositive();
                row.shipmentId();
                reason(row);
            }
        }
    }

    private static InputStream in(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return new ByteArrayInputStream(all.toByteArray());
    }

    private static CsvRows rows(String text) throws IOException {
        return new CsvRows(in(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static List<RawRow> csv(String body) throws IOException {
        return all(rows(HEADER + body));
    }

    private static List<RawRow> ndjson(String body) throws IOException {
        return all(new NdjsonRows(in(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<RawRow> all(RowSource source) throws IOException {
        var rows = new ArrayList<RawRow>();
        for (RawRow row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static String reason(RawRow row) {
        try {
            row.declaration();
            return "";
        } catch (RefusedDeclarationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String field(RawRow row) {
        try {
            row.declaration();
            throw new AssertionError("not refused");
        } catch (RefusedDeclarationException refused) {
            return refused.field();
        }
    }
}
