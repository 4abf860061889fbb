package io.holdfast.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.OnRecord;
import io.holdfast.value.Sha256;
import io.holdfast.value.Text;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "seal.jpg",
                "seal no 1.jpg",
                "Zoë 東京.pdf",
                "שלום.pdf",
                "a.b.c",
                "100% \"new\"; a=b.txt",
                "🚢.png",
                "console.txt",
                "-rf",
                "x"
            })
    void a_name_that_looks_like_what_it_is_is_taken(String name) {
        assertThatCode(() -> attach(name)).doesNotThrowAnyException();
        assertThat(FileName.harmless(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo\u202Egpj.exe",
                "a\u202A.jpg",
                "a\u2066.jpg",
                "a\u2069.jpg",
                "a\u200E.jpg",
                "a\u061C.jpg",
                "a\nb.jpg",
                "a\r\nSet-Cookie: x.jpg",
                "a\tb.jpg",
                "a\u0000b.jpg",
                "a\u0085b.jpg",
                "a\u2028b.jpg",
                "a\u200Bb.jpg",
                "a\uFEFFb.jpg",
                "a\u00ADb.jpg",
                "a\uDB40\uDC41b.jpg",
                "\u2800",
                "a\u3164",
                "a\uFFFF",
                "../a.jpg",
                "..",
                ".",
                "a..jpg",
                "a/b.jpg",
                "a\\b.jpg",
                "C:a.jpg",
                "c:",
                "CON",
                "con.txt",
                "Aux.jpg",
                "NUL .txt",
                "com1",
                "LPT9.pdf",
                "com\u00B9.txt",
                "CONIN$",
                ".htaccess",
                "a.jpg.",
                "a\u00A0.",
                ". a"
            })
    void a_name_that_hides_or_endangers_something_is_refused(String name) {
        assertThatThrownBy(() -> FileName.check(name, "fileName"))
                .isInstanceOf(InvalidValueException.class)
                .extracting(refused -> ((InvalidValueException) refused).name())
                .isEqualTo("fileName");
        assertThatThrownBy(() -> attach(name)).isInstanceOf(InvalidValueException.class);
        assertThatCode(() -> FileName.check(FileName.harmless(name), "fileName"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatever_a_text_would_lose_without_a_trace_is_refused_in_a_name() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(Text::hasInvisible)
                .forEach(c -> assertThatThrownBy(() -> FileName.check("a" + c + "b.jpg", "fileName"))
                        .as("U+%04X", c.codePointAt(0))
                        .isInstanceOf(InvalidValueException.class));
    }

    @Test
    void blanks_at_an_end_are_refused_where_the_name_is_taken_as_it_came() {
        for (String name : new String[] {" a.jpg", "a.jpg ", "\u00A0a.jpg", "a.jpg\u3000"}) {
            assertThatThrownBy(() -> FileName.check(name, "fileName")).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void a_name_has_at_most_255_bytes() {
        assertThatCode(() -> attach("a".repeat(255))).doesNotThrowAnyException();
        assertThatCode(() -> attach("é".repeat(127))).doesNotThrowAnyException();
        assertThatThrownBy(() -> attach("é".repeat(128))).hasMessageContaining("255 bytes");
    }

    @Test
    void an_event_of_before_keeps_its_name() {
        var old = OnRecord.read(() -> new Evidence("a\u202Eb..jpg", "image/jpeg", 1, new Sha256("0".repeat(64))));
        assertThat(old.fileName()).isEqualTo("a\u202Eb..jpg");
    }

    private static ShipmentCommand attach(String name) {
        return new ShipmentCommand.AttachEvidence(
                new ShipmentId("S1"),
                new EntryId("e1"),
                new Evidence(name, "image/jpeg", 1, new Sha256("0".repeat(64))));
    }
}
