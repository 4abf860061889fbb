package io.holdfast.targeting;

import io.holdfast.value.InvalidValueException;

/**
 * A position in the condition of a rule.
 *
 * @param line from 1
 * @param column from 1, counted in code points
 */
public record ConditionPlace(int line, int column) {
    /** @throws InvalidValueException for a number below 1 */
    public ConditionPlace {
        if (line < 1 || column < 1) {
            throw new InvalidValueException("place", "must count from 1");
        }
    }

    /** The position at an offset in code points. */
    public static ConditionPlace of(String condition, int offset) {
        String before = condition.substring(0, condition.offsetByCodePoints(0, offset));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new ConditionPlace(line, 1 + before.codePointCount(lineStart, before.length()));
    }

    /** The position in words. */
    public String words() {
        return "line " + line + ", column " + column;
    }
}
