package io.holdfast.runtime.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTableTest {
    private static final String HEADER = "id,day,port,text\n";

    @Test
    void a_quote_that_is_never_closed_takes_its_own_line_only() throws IOException {
        assertThat(rows(HEADER + """
                1,d,p,before
                2,d,"drum of 5,x
                3,d,p,swallowed
                4,d,p,"swallowed, too"
                """))
                .containsExactly(
                        "2 [1, d, p, before]",
                        "3 [2, d, \"drum of 5, x]: opens a quote that takes in line 4, which is a row of its own",
                        "4 [3, d, p, swallowed]",
                        "5 [4, d, p, swallowed, too]");
        assertThat(rows(HEADER + "1,d,p,\"open\n2,d,p,b\n3,d,p,c"))
                .containsExactly(
                        "2 [1, d, p, \"open]: opens a quote that takes in line 3, which is a row of its own",
                        "3 [2, d, p, b]",
                        "4 [3, d, p, c]");
        assertThat(rows(HEADER + "1,d,p,\"open\n2,d,\"p\",b\n"))
                .containsExactly(
                        "2 [1, d, p, \"open]: opens a quote that line 3 closes with text after it", "3 [2, d, p, b]");
        assertThat(rows(HEADER + "1,d,p,\"open\nno row"))
                .containsExactly(
                        "2 [1, d, p, \"open]: opens a quote that is never closed; was the file cut off?",
                        "3 [no row]: has 1 fields instead of 4");
    }

    @Test
    void a_row_that_lies_within_the_quotes_of_another_is_a_row_of_its_own() throws IOException {
        assertThat(rows(HEADER + "1,d,p,\"drum of 5\n2,d,p,swallowed\n3,d,p,pipes 5\"\n"))
                .containsExactly(
                        "2 [1, d, p, \"drum of 5]: opens a quote that takes in line 3, which is a row of its own",
                        "3 [2, d, p, swallowed]",
                        "4 [3, d, p, pipes 5\"]");
        assertThat(rows(HEADER + "1,d,\"two, three, four, five\nlines, of, prose, here\",x\n"))
                .containsExactly("2 [1, d, two, three, four, five\nlines, of, prose, here, x]");
    }

    @Test
    void text_behind_a_closing_quote_stays_to_be_corrected() throws IOException {
        assertThat(rows(HEADER + "1,d,p,\"5\" pipe\n2,d,\"a, b\",\"12\"\" right\"\n"))
                .containsExactly(
                        "2 [1, d, p, \"5\" pipe]: has text after a closing quote", "3 [2, d, a, b, 12\" right]");
    }

    @Test
    void rows_with_too_few_or_too_many_cells_are_rows_and_blank_lines_are_none() throws IOException {
        assertThat(rows(HEADER + "1,d\n\n   \n2,d,p,t,more,,\n\"\"\n"))
                .containsExactly(
                        "2 [1, d]: has 2 fields instead of 4",
                        "5 [2, d, p, t, more, , ]: has 7 fields instead of 4",
                        "6 []: has 1 fields instead of 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_break_ends_a_row_and_the_last_may_lack(String lineBreak) throws IOException {
        assertThat(rows(String.join(lineBreak, "id,text", "1,a", "2,\"b\""))).containsExactly("2 [1, a]", "3 [2, b]");
    }

    @Test
    void the_separator_is_recognised_by_the_header_line_or_said_before_it() throws IOException {
        assertThat(rows("id;day,s;text\n1;a,b;\"c;d\"\n")).containsExactly("2 [1, a,b, c;d]");
        assertThat(rows("id\ttext\n1\ta\n")).containsExactly("2 [1, a]");
        assertThat(rows("sep=;\nid;text\n1;a\n")).containsExactly("3 [1, a]");
        assertThat(table("\n\nid;text\n", UTF_8).separatedBy()).isEqualTo("semicolons");
    }

    @Test
    void encodings_are_recognised_by_their_mark_or_as_declared() throws IOException {
        String csv = "id,text\n1,caf\u00e9 \uD83D\uDE00\n";
        for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(rows(("\uFEFF" + csv).getBytes(utf16), UTF_8)).containsExactly("2 [1, caf\u00e9 \uD83D\uDE00]");
            assertThat(rows(csv.getBytes(utf16), UTF_8)).containsExactly("2 [1, caf\u00e9 \uD83D\uDE00]");
        }
        assertThat(rows(("\uFEFF" + csv).getBytes(UTF_8), StandardCharsets.ISO_8859_1))
                .containsExactly("2 [1, caf\u00e9 \uD83D\uDE00]");
        assertThat(rows(
                        "id,text\n1,\u20ac\n".getBytes(Charset.forName("windows-1252")),
                        Charset.forName("windows-1252")))
                .containsExactly("2 [1, \u20ac]");
    }

    @Test
    void what_is_no_text_spoils_its_row_and_no_other() throws IOException {
        byte[] latin = "id,text\n1,caf\u00e9\n2,b\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rows(latin, UTF_8)).containsExactly("2 [1, caf\uFFFD]: is not UTF-8", "3 [2, b]");

        byte[] utf16 = "\uFEFFid,text\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_16BE);
        utf16[2 * 11] = (byte) 0xDC; // half a surrogate pair
        assertThat(rows(utf16, UTF_8)).hasSize(2).first().asString().endsWith(": is not UTF-16BE");
        assertThatExceptionOfType(UnusableHeaderException.class)
                .isThrownBy(() -> rows("\uFEFFid\n".getBytes(Charset.forName("UTF-32BE")), UTF_8))
                .withMessageContaining("UTF-32");
    }

    @Test
    void a_header_is_refused_that_is_absent_too_long_or_names_nothing_or_a_column_twice() {
        assertUnusable("", "no header line");
        assertUnusable("\n \n", "no header line");
        assertUnusable("a,,b\n", "without a name");
        assertUnusable("a,b,a\n", "\"a\" twice");
        assertUnusable(",".repeat(CsvRecords.MAX_BYTES + 1), "longer than 65536 bytes");
        assertUnusable("a" + ",a".repeat(CsvRecords.MAX_CELLS), "more than 1024 fields");
    }

    @Test
    void a_file_of_one_line_is_one_row_however_large_and_is_not_held() throws IOException {
        assertThat(rows(new Endless("id,text\n", ',', 22L * 1024 * 1024)))
                .hasSize(1)
                .first()
                .asString()
                .endsWith(": is longer than 65536 bytes");
        assertThat(rows(new Endless("id,text\n1,\"", 'x', 200L * 1024 * 1024)))
                .singleElement()
                .asString()
                .endsWith(": is longer than 65536 bytes");
    }

    @Test
    void a_cell_that_goes_on_over_lines_without_end_is_given_up_at_its_first_line() throws IOException {
        var rows = rows(HEADER + "1,d,p,\"" + "a line of text\n".repeat(5_000) + "2,d,p,last\n");

        assertThat(rows).hasSize(5_001);
        assertThat(rows.getFirst()).endsWith(": opens a quote that is not closed within 65536 bytes");
        assertThat(rows.getLast()).isEqualTo("5002 [2, d, p, last]");
    }

    @Test
    void quotes_that_open_in_every_line_do_not_make_reading_slow() throws IOException {
        assertThat(rows(HEADER + "a\",b,\"c\n".repeat(100_000))).hasSize(100_000);
    }

    @Property(tries = 500)
    void cells_come_back_as_they_were_written(@ForAll @Size(min = 1, max = 3) List<String> cells) throws IOException {
        // Lone surrogates have no UTF-8; CR LF is read as LF.
        List<String> expected = cells.stream()
                .map(cell -> new String(cell.getBytes(UTF_8), UTF_8).replace("\r\n", "\n"))
                .toList();
        var written = new StringWriter();
        CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .bufferSize(0)
                .build(written)
                .writeRecord(Arrays.asList("a", "b", "c").subList(0, cells.size()))
                .writeRecord(expected);

        CsvRecord record = table(written.toString(), UTF_8).next();

        assertThat(record).isNotNull();
        assertThat(record.cells()).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void every_line_is_part_of_exactly_one_record(@ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> noise)
            throws IOException {
        String body = noise.stream()
                .map(i -> List.of("\n", "\"", ",", "a", "\"\n", ",\"", "b,d,p,t\n")
                        .get(i))
                .collect(Collectors.joining());
        List<String> lines = body.lines().toList();

        List<CsvRecord> records = records(table(HEADER + body, UTF_8));

        int line = 0;
        for (CsvRecord record : records) {
            while (lines.get(line).isBlank()) {
                line++;
            }
            assertThat(record.line()).isEqualTo(line + 2);
            line += record.fault() != null
                    ? 1
                    : 1
                            + (int) String.join("", record.cells())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
        }
        assertThat(lines.subList(line, lines.size())).allMatch(String::isBlank);
    }

    private static void assertUnusable(String csv, String reason) {
        assertThatExceptionOfType(UnusableHeaderException.class)
                .isThrownBy(() -> table(csv, UTF_8))
                .withMessageContaining(reason);
    }

    private static List<String> rows(String csv) throws IOException {
        return rows(csv.getBytes(UTF_8), UTF_8);
    }

    private static List<String> rows(byte[] csv, Charset charset) throws IOException {
        return said(new CsvTable(CsvText.of(new ByteArrayInputStream(csv), charset)));
    }

    private static List<String> rows(InputStream csv) throws IOException {
        return said(new CsvTable(CsvText.of(csv, UTF_8)));
    }

    private static CsvTable table(String csv, Charset charset) throws IOException {
        return new CsvTable(CsvText.of(new ByteArrayInputStream(csv.getBytes(charset)), charset));
    }

    private static List<String> said(CsvTable table) throws IOException {
        return records(table).stream()
                .map(record -> record.line() + " " + record.cells()
                        + (record.fault() == null ? "" : ": " + record.fault().reason()))
                .toList();
    }

    private static List<CsvRecord> records(CsvTable table) throws IOException {
        var records = new ArrayList<CsvRecord>();
        for (CsvRecord next = table.next(); next != null; next = table.next()) {
            records.add(next);
        }
        return records;
    }

    /** A stream that starts with some bytes and then repeats one byte for ever. */
    private static final class Endless extends InputStream {
        private final byte[] beginning;
        private final byte filling;
        private final long length;
        private long position;

        Endless(String beginning, char filling, long length) {
            this.beginning = beginning.getBytes(UTF_8);
            this.filling = (byte) filling;
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (position >= length) {
                return -1;
            }
            if (position < beginning.length) {
                into[offset] = beginning[(int) position++];
                return 1;
            }
            int given = (int) Math.min(count, length - position);
            Arrays.fill(into, offset, offset + given, filling);
            position += given;
            return given;
        }
    }
}
