package io.holdfast.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.value.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvWriterTest {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    @Provide
    Arbitrary<List<String>> cells() {
        Arbitrary<String> dangerous = Arbitraries.of(
                        "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\uFE66", "'", "''", "\"", ",", ";",
                        "\t", "\r", "\n", " ", "\u00A0", "\u200B", "\uFEFF", "\u2800", "\u3164", "\u202E", "1", "a", "")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(12)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        // A line break of two characters is read as one, and U+FFFD is not read at all.
        return Arbitraries.oneOf(dangerous, any)
                .map(text -> text.replaceAll("\r+\n", "\n").replace("\uFFFD", "?"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 3000)
    void a_rejected_row_is_read_as_it_was_written(@ForAll("cells") List<String> cells) throws IOException {
        var header = new ArrayList<>(CsvTable.REJECTED);
        var row = new ArrayList<>(List.of("7", "", "because"));
        for (int i = 0; i < cells.size(); i++) {
            header.add("column" + i);
            row.add(cells.get(i));
        }

        var table = new CsvTable(text(written(header, row)));

        CsvRecord read = table.next();
        assertThat(read).isNotNull();
        assertThat(read.fault()).isNull();
        assertThat(read.cells()).isEqualTo(cells);
        assertThat(table.next()).isNull();
    }

    @Test
    void every_character_is_read_as_it_was_written() throws IOException {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            if (c != 0xFFFD && Character.getType(c) != Character.SURROGATE && Character.isDefined(c)) {
                a_rejected_row_is_read_as_it_was_written(List.of(Character.toString(c), "a" + Character.toString(c)));
            }
        }
    }

    @Property(tries = 3000)
    void no_cell_begins_a_formula_whatever_the_list_separator_is(@ForAll("cells") List<String> cells) {
        String csv = written(cells, cells);

        for (char separator : SEPARATORS) {
            assertThat(asASpreadsheetReads(csv, separator))
                    .as("%s separated by %s", csv, separator)
                    .noneMatch(SafeCsvWriterTest::showsFormula);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@A1",
                "\t=1",
                "\r=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                " \u2800@x",
                "'=1",
                "\"=1\""
            })
    void a_text_that_shows_a_formula_gets_an_apostrophe(String text) {
        assertThat(HarmlessCell.of(text))
                .isEqualTo("'" + text.replace("\t=", "\t'=").replace("\r=", "\r'="));
    }

    @Test
    void what_cannot_be_seen_hides_no_formula() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Text::isUnseen)
                .mapToObj(Character::toString)
                .forEach(c -> assertThat(HarmlessCell.of("a;" + c + "=1"))
                        .as("U+%04X", c.codePointAt(0))
                        .isNotEqualTo("a;" + c + "=1"));
    }

    @Test
    void a_part_behind_another_list_separator_gets_one_too() {
        assertThat(HarmlessCell.of("pier;=1+1")).isEqualTo("pier;'=1+1");
        assertThat(HarmlessCell.of("pier;")).isEqualTo("pier;'");
        assertThat(HarmlessCell.of("pier\n@x;y")).isEqualTo("pier\n'@x;y");
        assertThat(written(List.of("pier;=1+1", "a\tb"))).isEqualTo("\"pier;'=1+1\",\"a\tb\"\r\n");
    }

    @Test
    void ordinary_text_and_numbers_stay_as_they_are() {
        assertThat(written(Arrays.asList("it's 5 - 3 = 2", -5, new BigDecimal("-1E+3"), -0.5, null, "a=b", "'quoted'")))
                .isEqualTo("it's 5 - 3 = 2,-5,-1000,-0.5,,a=b,'quoted'\r\n");
    }

    @SafeVarargs
    private static String written(List<? extends @Nullable Object>... records) {
        var out = new StringWriter();
        try (var csv = new SafeCsvWriter(out)) {
            for (var each : records) {
                csv.write(each);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toString();
    }

    private static CsvText text(String csv) throws IOException {
        return CsvText.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /**
     * Splits cells as a spreadsheet does: quotes count at the start of a cell, and what follows a closing quote is
     * text.
     */
    private static List<String> asASpreadsheetReads(String csv, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean start = true;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"') {
                boolean escaped = i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (!quoted && start && c == '"') {
                quoted = true;
                start = false;
            } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
                cells.add(cell.toString());
                cell.setLength(0);
                start = true;
            } else {
                cell.append(c);
                start = false;
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static boolean showsFormula(String cell) {
        String visible = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replaceFirst("^[\\p{Z}\\p{C}\\s\u2800\u3164\u115F\u1160]+", "");
        return !visible.isEmpty() && "=+-@".indexOf(visible.charAt(0)) >= 0
                || cell.startsWith("\t")
                || cell.startsWith("\r");
    }
}
