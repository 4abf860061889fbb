package io.holdfast.standalone.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileEncodingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TEXT = "id;text\n1;caf\u00e9 \u00fcber\n";

    @TempDir
    Path folder;

    @Test
    void utf_8_with_and_without_a_mark_and_plain_ascii_are_utf_8() throws IOException {
        assertThat(of(TEXT.getBytes(UTF_8))).isEqualTo(UTF_8);
        assertThat(of(("\uFEFF" + TEXT + "\uD83D\uDE00").getBytes(UTF_8))).isEqualTo(UTF_8);
        assertThat(of("id\n1\n".getBytes(UTF_8))).isEqualTo(UTF_8);
        assertThat(of(new byte[0])).isEqualTo(UTF_8);
    }

    @Test
    void utf_8_with_a_broken_row_or_an_end_that_is_cut_off_stays_utf_8() throws IOException {
        byte[] whole = (TEXT + "\u00e9").getBytes(UTF_8);
        assertThat(of(Arrays.copyOf(whole, whole.length - 1))).isEqualTo(UTF_8);
        byte[] broken = (TEXT + "x\n").getBytes(UTF_8);
        broken[broken.length - 2] = (byte) 0xE9;
        assertThat(of(broken)).isEqualTo(UTF_8);
    }

    @Test
    void what_western_spreadsheets_write_is_recognised() throws IOException {
        assertThat(of(TEXT.getBytes(ISO_8859_1))).isEqualTo(ISO_8859_1);
        assertThat(of((TEXT + "12 \u20ac").getBytes(WINDOWS))).isEqualTo(WINDOWS);
        assertThat(of(TEXT.getBytes(UTF_16LE))).isEqualTo(UTF_16LE);
        assertThat(of(("\uFEFF" + TEXT).getBytes(UTF_16BE))).isEqualTo(UTF_16BE);
    }

    @Test
    void what_is_no_text_is_refused() {
        assertThatThrownBy(() -> of("PK\u0003\u0004 workbook".getBytes(ISO_8859_1)))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("a ZIP file or a workbook");
        assertThatThrownBy(() -> of(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("compressed");
    }

    private Charset of(byte[] content) throws IOException {
        return FileEncoding.of(Files.write(folder.resolve("file.csv"), content));
    }
}
