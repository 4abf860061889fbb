package io.holdfast.value;

import java.util.regex.Pattern;

/**
 * A freight container (ISO 6346): three letters for the owner, the category U, J or Z, six digits and a check digit.
 *
 * <p>The check digit is the weighted sum (letters 10 to 38 skipping multiples of 11, weights 2<sup>i</sup>) modulo 11
 * modulo 10, so that a remainder of 10 is written 0.
 */
public record ContainerNumber(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}[UJZ][0-9]{7}");

    /** @throws InvalidValueException unless the format and the check digit are right */
    public ContainerNumber {
        Check.matching(value, "containerNumber", SHAPE, "four letters ending in U, J or Z and seven digits (ISO 6346)");
        int expected = checkDigit(value);
        if (value.charAt(10) - '0' != expected) {
            throw new InvalidValueException(
                    "containerNumber", "has the wrong check digit: " + value + " should end in " + expected);
        }
    }

    private static int checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += number(value.charAt(i)) << i;
        }
        return sum % 11 % 10;
    }

    /** A digit is its own value; A is 10, and each following letter one more, skipping 11, 22 and 33. */
    private static int number(char c) {
        if (c <= '9') {
            return c - '0';
        }
        int n = 10 + (c - 'A');
        return n + (n - 1) / 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
