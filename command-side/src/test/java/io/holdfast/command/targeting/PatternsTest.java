package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatternsTest {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "é",
            "一",
            "\ud83d\udce6",
            ".",
            "^",
            "$",
            "|",
            "(",
            ")",
            "(?:",
            "(?i)",
            "(?i:",
            "(?P<n>",
            "(?<m>",
            "(?-s)",
            "[",
            "]",
            "[^",
            "[]",
            "-",
            "[a-z]",
            "[[:alpha:]]",
            "[^\\d]",
            "[\\]{9}]",
            "[[:x]",
            "[(]",
            "[\\Q]",
            "\\d",
            "\\W",
            "\\b",
            "\\B",
            "\\A",
            "\\z",
            "\\pL",
            "\\p{Greek}",
            "\\P{Lu}",
            "\\x41",
            "\\x{10FFFF}",
            "\\012",
            "\\Q",
            "\\E",
            "\\{",
            "\\\\",
            "*",
            "+",
            "?",
            "*?",
            "{2}",
            "{3,}",
            "{2,5}",
            "{0,4}",
            "{0}",
            "{,3}",
            "{a}",
            "{",
            "}",
            "{01}",
            "{7,2}",
            "{30}",
            "{0,30}",
            "{1001}",
            "{99999999999}");

    @Property(tries = 20_000)
    void the_estimate_is_never_below_what_the_engine_makes_of_it(@ForAll("patterns") String text) {
        PatternSize estimate = PatternSize.of(text);
        if (estimate.program() > 4000) {
            return;
        }
        try {
            assertThat((long) Pattern.compile(text).programSize()).isLessThanOrEqualTo(estimate.program());
        } catch (PatternSyntaxException | IndexOutOfBoundsException _) {
            // The engine refuses it, whatever its size.
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(12).map(all -> String.join("", all));
        Arbitrary<String> nested = Arbitraries.lazyOf(
                () -> pieces,
                () -> Arbitraries.of("a", "[a-z]", "(a|b)", "\\d", "a?", "(?i:k)", "")
                        .tuple3()
                        .map(parts ->
                                "((" + parts.get1() + ")" + "{5}" + parts.get2() + "{0,7}|" + parts.get3() + "*){3,}"));
        return nested;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{1000}){1000}){1000}){1000}){1000}",
                "(?:(?:(?:a{0,1000}){0,1000}){0,1000}){0,1000}",
                "(?:a{1000})(?i){1000}(?i){1000}(?i){1000}",
                "(?:(?:(?:(?:a*){9}+){99}?){999}){2,}",
                "((((((((((((((a{900}){900}){900}){900}){900}){900}){900}){900}){900}){900}){900}){900}){900}){900})",
                "(|(|(|a{999}){999}){999}){999}",
                "[[:alpha:]{9}]{1000}{1000}|(x{1000}){1000}",
                "(a{1000}){3}"
            })
    @Timeout(2)
    void repetitions_that_multiply_are_refused_before_they_are_written_out(String text) {
        assertThatExceptionOfType(BadPatternException.class).isThrownBy(() -> Patterns.compile(text));
    }

    @Test
    @Timeout(10)
    void what_costs_much_to_parse_is_refused_before_it_is() {
        for (String text : List.of(
                "(?i)" + "[B-\ud801\udc00]".repeat(600), "\\pL".repeat(1300), "(".repeat(1900) + ")".repeat(1900))) {
            assertThatExceptionOfType(BadPatternException.class).isThrownBy(() -> Patterns.compile(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?<=fent)anyl",
                "(?<!x)y",
                "fent(?=anyl)",
                "(a)\\1",
                "(?>a)",
                "a++",
                "(?x) a",
                "\\C",
                "(",
                "[",
                "*",
                "\\",
                "(?"
            })
    void what_the_engine_does_not_know_is_refused(String text) {
        assertThatExceptionOfType(BadPatternException.class)
                .isThrownBy(() -> Patterns.compile(text))
                .withMessageStartingWith("is not valid (RE2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)fentan[iy]l|nitazene|phenethyl-?4?-?piperid",
                "^[A-Z]{3}-[0-9]+$",
                "[一-龥]{2,20}",
                "\\p{Cyrillic}+",
                "(?P<drug>press|die)\\b",
                "a{1000}",
                "\\Qa{1000}{1000}\\E",
                "[{1000}{1000}]"
            })
    void what_an_analyst_writes_is_compiled(String text) {
        assertThat(Patterns.compile(text).programSize()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a?){490}",
                "a{0,190}",
                "(?:a{0,25}){0,25}",
                "(?:(?:(?:a?)?)?)?",
                "(a*b*c*){160}",
                "(|a){390}",
                "a{1000}"
            })
    void the_largest_that_are_let_pass_run_on_a_small_stack(String text) throws Exception {
        assertThat(onASmallStack(() -> Patterns.found("a".repeat(1000), text))).isTrue();
    }

    @Test
    void the_longest_chain_that_is_let_pass_runs_on_a_small_stack() throws Exception {
        assertThat(onASmallStack(() -> Patterns.found("b".repeat(1000), "a?".repeat(900) + "b")))
                .isTrue();
        assertThat(onASmallStack(() -> Patterns.found("b".repeat(1000), "(?:".repeat(99) + "b" + ")".repeat(99))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{0,900}", "(?:a{0,150}){0,150}"})
    void what_would_stand_too_deep_within_itself_is_refused(String text) {
        assertThatExceptionOfType(BadPatternException.class).isThrownBy(() -> Patterns.compile(text));
    }

    private static <T> T onASmallStack(Callable<T> run) throws Exception {
        var found = new FutureTask<>(run);
        new Thread(null, found, "small", 512 * 1024).start();
        return found.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_search_that_would_take_too_long_is_refused() {
        assertThatExceptionOfType(BadPatternException.class)
                .isThrownBy(() -> Patterns.found("x".repeat(6000), "a{1000}"))
                .withMessageContaining("steps");
    }
}
