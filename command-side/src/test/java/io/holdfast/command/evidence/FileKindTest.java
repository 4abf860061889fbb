package io.holdfast.command.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static boolean fits(String type, String head) {
        return FileKind.fits(type, head.getBytes(ISO_8859_1));
    }
}
