package io.holdfast.command.targeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * Compiles the regular expressions of conditions for the engine that runs them (RE2/J). Only expressions with a small
 * program reach the engine: RE2/J expands repetitions before the size can be queried, so it is estimated in advance
 * ({@link PatternSize}).
 */
final class Patterns {
    /** The most instructions that a program may have. */
    static final int MAX_PROGRAM = 2000;

    /** The maximum total size of cached programs, in approximate bytes. */
    private static final long MAX_KEPT = 16L * 1024 * 1024;

    private static final Cache<String, Pattern> KEPT = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .<String, Pattern>weigher((text, _) -> PatternSize.of(text).bytes())
            .build();

    private Patterns() {}

    /**
     * Compiles a pattern.
     *
     * @throws BadPatternException when the engine rejects it or its program has more than {@value #MAX_PROGRAM}
     *     instructions
     */
    static Pattern compile(String text) {
        PatternSize.of(text).check();
        Pattern compiled = compiled(text);
        if (compiled.programSize() > MAX_PROGRAM) {
            throw tooLarge(compiled.programSize());
        }
        return compiled;
    }

    /**
     * Whether the pattern is found anywhere in the text.
     *
     * @throws BadPatternException as {@link #compile}, and when the search would take more than
     *     {@value ConditionCost#MAX} steps
     */
    static boolean found(String text, String pattern) {
        Pattern compiled = KEPT.get(pattern, Patterns::compile);
        long steps = (text.length() + 1L) * compiled.programSize();
        if (steps > ConditionCost.MAX) {
            throw new BadPatternException("would take " + steps + " steps; " + ConditionCost.MAX + " are allowed");
        }
        return compiled.matcher(text).find();
    }

    static BadPatternException tooLarge(long size) {
        return new BadPatternException(String.format(
                Locale.ROOT,
                "is too large with its repetitions written out: %,d instructions or more, %,d are allowed",
                size,
                MAX_PROGRAM));
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (RuntimeException refused) { // syntax errors, and whatever its parser did not expect
            throw new BadPatternException("is not valid (RE2): " + refused.getMessage());
        }
    }
}
