package io.holdfast.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextTest {
    private static final List<UnaryOperator<String>> FORMS =
            List.of(Text::line, Text::lines, Text::capitals, Text::key, Text::composed);
    private static final List<String> PIECES = List.of(
            "a",
            "ß",
            "ﬀ",
            "İ",
            "ı",
            "ŉ",
            "ΐ",
            "Σ",
            "ς",
            "\u0345",
            "\u0301",
            "\u0327",
            "e\u0301",
            "\u00a0",
            "\u200b",
            "\u200d",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\u034f",
            "\u3164",
            "\u2800",
            "\u3000",
            "\u2028",
            "\r",
            "\n",
            "\t",
            " ",
            "\u1100",
            "\u1161",
            "\u0958",
            "\ufb2c",
            "\ufdfa",
            "Ａ",
            "①",
            "½",
            "\ud83d\ude00",
            "\ud834\udd5e",
            "\ud800",
            "\udc00",
            "\udb40\udc41",
            "\ufe0f",
            "\u202e",
            "\u115f",
            "K",
            "ſ",
            "ẞ");

    @Test
    void the_form_of_a_form_is_itself_for_every_character() {
        for (UnaryOperator<String> form : FORMS) {
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(c -> {
                String once = form.apply("x" + Character.toString(c) + "y");
                if (!once.equals(form.apply(once))) {
                    assertThat(form.apply(once)).as("U+%04X", c).isEqualTo(once);
                }
            });
        }
    }

    @Test
    void the_form_of_a_form_is_itself_for_whatever_stands_side_by_side() {
        var random = new Random(20_261_128);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(6), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            for (UnaryOperator<String> form : FORMS) {
                String once = form.apply(text);
                if (!once.equals(form.apply(once))) {
                    assertThat(form.apply(once)).as(escaped(text)).isEqualTo(once);
                }
            }
        }
    }

    static List<String> spellings() {
        return List.of(
                "BLUE LOTUS 2",
                "blue lotus 2",
                "Blue\u00a0Lotus\u202f2",
                "Blue  Lotus   2",
                "Blue Lotus 2\u200b",
                "\ufeffBlue\u00ad Lo\u034ftus 2\ufe0f ",
                "Blue\tLotus\r\n2",
                "Blue\u3164Lotus 2".replace("\u3164", "\u2800"),
                "Ｂｌｕｅ　Ｌｏｔｕｓ　２",
                "Blue Lotus \ud835\udfd0",
                "\u202eBlue Lotus 2\u202c");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void spellings_that_differ_in_case_width_blanks_and_invisible_characters_are_one_name(String spelling) {
        assertThat(Text.same(spelling, "Blue Lotus 2")).isTrue();
        assertThat(Text.key(spelling)).isEqualTo("blue lotus 2");
    }

    @Test
    void composed_and_decomposed_are_one_text_and_sharp_s_and_ligatures_one_name() {
        String decomposed = Normalizer.normalize("Opération Été", Normalizer.Form.NFD);

        assertThat(Text.line(decomposed)).isEqualTo("Opération Été");
        assertThat(Text.same("Süßwasser", "SÜSSWASSER")).isTrue();
        assertThat(Text.same("oﬀshore", "OFFSHORE")).isTrue();
        assertThat(Text.same("ΟΔΟΣ", "οδος")).isTrue();
        assertThat(Text.same("Blue Lotus 2", "Blue Lotus 3")).isFalse();
        assertThat(Text.same("resume", "résumé")).isFalse();
    }

    @Test
    void what_a_person_wrote_keeps_its_characters() {
        assertThat(Text.line("10² m, ½ pallet, ﬁnds № 5 → 한국")).isEqualTo("10² m, ½ pallet, ﬁnds № 5 → 한국");
        assertThat(Text.lines("one \r\n two\u2028three\r\r four\n")).isEqualTo("one\ntwo\nthree\n\nfour");
        assertThat(Text.capitals("Süßstoff")).isEqualTo("SÜSSSTOFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u200c\u200d\u200e\u200f",
                "\u2060\u2064",
                "\ufeff",
                "\u00ad",
                "\u034f",
                "\u115f\u1160",
                "\u17b4\u17b5",
                "\u180b\u180e",
                "\u2800",
                "\u3164",
                "\uffa0",
                "\ufe00\ufe0f",
                "\udb40\udc41",
                "\u202a\u202e",
                "\u2066\u2069",
                "\u00a0\u3000\u1680\u2003",
                "\u2028\u2029",
                "\u061c",
                "\ufffb",
                "\ud834\udd59",
                "\u0301",
                "\ue000"
            })
    void what_cannot_be_seen_is_no_text(String nothing) {
        assertThat(Text.isLegible(nothing)).isFalse();
        assertThat(Check.optionalText(nothing + " " + nothing, "remarks", 500)).isNull();
        assertThatThrownBy(() -> Check.text(nothing, "reason", 500))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageMatching("reason (is required|must have something in it that can be read)");
    }

    @Test
    void on_record_a_text_is_read_whatever_is_asked_of_texts_today() {
        String grows = "\u0958".repeat(500);

        assertThat(OnRecord.read(() -> Check.text("\u200b", "reason", 500))).isEqualTo("\u200b");
        assertThat(OnRecord.read(() -> Check.text(grows, "reason", 500))).hasSize(1000);
        assertThat(OnRecord.read(() -> Check.capitals("ß".repeat(120), "goods", 120)))
                .hasSize(240);
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }
}
