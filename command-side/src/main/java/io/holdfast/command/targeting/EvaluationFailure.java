package io.holdfast.command.targeting;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import io.holdfast.targeting.ConditionPlace;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.Rule;
import io.holdfast.value.Text;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition could not be evaluated: CEL's error code, the innermost reason, and the position.
 *
 * @param code the kind of error
 * @param reason the code in words and the innermost reason, as {@link FailedRule} takes it
 * @param offset of the part that failed, in code points; null when unknown
 */
record EvaluationFailure(
        CelErrorCode code, String reason, @Nullable Integer offset) {
    private static final Pattern PLACED = Pattern.compile("evaluation error at <input>:(\\d{1,6}): .*", Pattern.DOTALL);

    static EvaluationFailure of(Throwable failure) {
        CelErrorCode code = failure instanceof CelException told ? told.getErrorCode() : CelErrorCode.INTERNAL_ERROR;
        String words = words(code) + ": " + line(innermost(failure));
        Matcher placed = PLACED.matcher(String.valueOf(failure.getMessage()));
        return new EvaluationFailure(
                code, shortened(words), placed.matches() ? Integer.valueOf(placed.group(1)) : null);
    }

    /** The code in lower case words. */
    static String words(CelErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The position in the condition; null when unknown. */
    @Nullable ConditionPlace place(Rule rule) {
        return offset == null
                        || offset
                                > rule.condition()
                                        .codePointCount(0, rule.condition().length())
                ? null
                : ConditionPlace.of(rule.condition(), offset);
    }

    FailedRule of(Rule rule) {
        return new FailedRule(rule.id(), reason, place(rule));
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? "no reason was given" : message;
    }

    /** The text may quote declared values: it must not break a log line or be rejected by the record. */
    private static String line(String words) {
        var legible = new StringBuilder(words.length());
        words.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(legible::appendCodePoint);
        return Text.line(legible.toString());
    }

    private static String shortened(String words) {
        if (words.length() <= FailedRule.MAX_REASON) {
            return words;
        }
        int end = FailedRule.MAX_REASON - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
