package io.holdfast.command.shipment.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileKindTest {
    @Test
    void each_known_type_has_its_mark() {
        assertThat(fits("application/pdf", "%PDF-1.7")).isTrue();
        assertThat(fits("image/jpeg", "\u00FF\u00D8\u00FF\u00E0")).isTrue();
        assertThat(fits("image/png", "\u0089PNG\r\n\u001A\n")).isTrue();
        assertThat(fits("image/tiff", "II*\0")).isTrue();
        assertThat(fits("image/tiff", "MM\0*")).isTrue();
        assertThat(fits("video/mp4", "\0\0\0\u0018ftypmp42")).isTrue();
        assertThat(fits("image/png", "%PDF-1.7")).isFalse();
        assertThat(fits("video/mp4", "ftyp")).isFalse();
        assertThat(fits("application/pdf", "")).isFalse();
    }

    @Test
    void a_type_without_a_mark_is_anything_but_a_program() {
        assertThat(fits("audio/ogg", "OggS\0")).isTrue();
        assertThat(fits("audio/ogg", "MZ\u0090")).isFalse();
        assertThat(fits("audio/ogg", "\u007FELF")).isFalse();
        assertThat(fits("text/plain", "words")).isTrue();
        assertThat(fits("text/plain", "wo\0rds")).isFalse();
        assertThat(fits("text/plain", "#!/bin/sh")).isFalse();
    }

    @Test
    void a_pdf_may_have_something_before_it_but_no_program_and_not_much() {
        for (String before : new String[] {
            "\u00EF\u00BB\u00BF", "\n", "\r\n\r\n", "  \t", "\u00FF\u00FE", "\u001B%-12345X@PJL JOB\n", " ".repeat(1019)
        }) {
            assertThat(fits("application/pdf", before + "%PDF-1.7\n"))
                    .as(before)
                    .isTrue();
        }
        assertThat(fits("application/pdf", " ".repeat(1020) + "%PDF-1.7")).isFalse();
        assertThat(fits("application/pdf", "MZ\u0090 %PDF-1.7")).isFalse();
        assertThat(fits("application/pdf", "#!/bin/sh\n%PDF-1.7")).isFalse();
        assertThat(fits("application/pdf", "PDF-1.7")).isFalse();
    }

    @Test
    void what_inspectors_bring_has_the_marks_of_its_kind() {
        assertThat(fits("image/tiff", "II+\0\u0008\0")).isTrue();
        assertThat(fits("image/tiff", "MM\0+\0\u0008")).isTrue();
        assertThat(fits("image/heic", "\0\0\0\u0018ftypheic")).isTrue();
        assertThat(fits("image/heif", "\0\0\0\u0018ftypmif1")).isTrue();
        assertThat(fits("image/heic", "\0\0\0\u0018ftypmp42")).isFalse();
        assertThat(fits("image/webp", "RIFF\1\2\3\4WEBPVP8 ")).isTrue();
        assertThat(fits("image/webp", "RIFF\1\2\3\4WAVE")).isFalse();
        assertThat(fits("image/gif", "GIF89a")).isTrue();
        assertThat(fits("image/gif", "GIF8junk")).isFalse();
        assertThat(fits("image/bmp", "BM6\0")).isTrue();
        assertThat(fits("application/dicom", "\0".repeat(128) + "DICM")).isTrue();
        assertThat(fits("application/dicom", "MZ" + "\0".repeat(126) + "DICM")).isFalse();
        assertThat(fits("video/quicktime", "\0\0\0\u0014ftypqt  ")).isTrue();
        assertThat(fits("video/quicktime", "\0\0\0\u0008wide")).isTrue();
    }

    @Test
    void text_is_in_utf_16_too_behind_its_byte_order_mark() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(FileKind.fits("text/plain", "\uFEFFZoë, 東京\r\n".getBytes(charset)))
                    .isTrue();
            assertThat(FileKind.fits("text/csv", "\uFEFFa;b\n".getBytes(charset)))
                    .isTrue();
            assertThat(FileKind.fits("text/plain", "\uFEFF#!/bin/sh".getBytes(charset)))
                    .isFalse();
            assertThat(FileKind.fits("text/plain", "\uFEFFa\0b".getBytes(charset)))
                    .isFalse();
            assertThat(FileKind.fits("text/plain", "words".getBytes(charset))).isFalse();
        }
        assertThat(fits("text/plain", "\u00EF\u00BB\u00BFwords")).isTrue();
        assertThat(fits("text/plain", "\u00EF\u00BB\u00BF#!/bin/sh")).isFalse();
        assertThat(fits("text/plain", "Zo\u00EB in Latin-1")).isTrue();
    }

    @Test
    void a_media_type_has_one_name() {
        assertThat(MediaTypes.canonical("image/jpg")).isEqualTo("image/jpeg");
        assertThat(MediaTypes.canonical("IMAGE/PJPEG")).isEqualTo("image/jpeg");
        assertThat(MediaTypes.canonical("image/x-png")).isEqualTo("image/png");
        assertThat(MediaTypes.canonical("application/x-pdf")).isEqualTo("application/pdf");
        assertThat(MediaTypes.canonical("application/x-msdownload")).isEqualTo("application/x-msdownload");
    }

    private static boolean fits(String type, String head) {
        return FileKind.fits(type, head.getBytes(ISO_8859_1));
    }
}
