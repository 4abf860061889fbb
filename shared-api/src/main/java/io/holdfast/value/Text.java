package io.holdfast.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Normalises texts that people type, so that texts that look alike are equal.
 *
 * <p>The form is NFC (Unicode, UAX #15): it changes how a character is encoded but never which character it is, whereas
 * NFKC would turn {@code 10²} into {@code 102}. Every kind of blank becomes a space, runs of blanks become one, and
 * blanks at either end are removed. Invisible characters are removed: the default-ignorable characters of Unicode (soft
 * hyphens, zero-width characters, direction marks, variation selectors, tags), including the joiners that some scripts
 * use. Normalising twice changes nothing more.
 *
 * <p>Names are compared by a {@link #key}: NFKC and case-folded, as for identifiers (UAX #31).
 */
public final class Text {
    /**
     * Default_Ignorable_Code_Point of Unicode, and interlinear annotation marks; first and last of each range,
     * ascending.
     */
    private static final int[] INVISIBLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int NULL_NOTEHEAD = 0x1D159;

    private Text() {}

    /** Normalises a text to one line: line breaks become blanks. */
    public static String line(String text) {
        return isPlain(text) ? text : composed(tidied(text, false));
    }

    /**
     * Normalises a text that may have several lines; lines end with {@code \n}; blanks around a line break are removed.
     */
    public static String lines(String text) {
        return isPlain(text) ? text : composed(tidied(text, true));
    }

    /** Normalises a line and converts it to upper case. Some letters become two: {@code ß} becomes {@code SS}. */
    public static String capitals(String text) {
        return composed(line(text).toUpperCase(Locale.ROOT));
    }

    /** Applies NFC and nothing else. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The key by which names are compared: equal for names that differ only in case, width, ligatures or blanks. Not
     * for display.
     */
    public static String key(String name) {
        String wide = Normalizer.normalize(line(name), Normalizer.Form.NFKC);
        // Lower, upper and lower case again, so that ẞ, ß and ss, and the two small sigmas, become equal.
        String folded =
                line(wide).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return line(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    /** Whether two names count as the same. */
    public static boolean same(String name, String other) {
        return name.equals(other) || key(name).equals(key(other));
    }

    /** Whether the text has anything to read: a visible letter, digit, punctuation mark or symbol. */
    public static boolean isLegible(String text) {
        return text.codePoints().anyMatch(Text::isLegible);
    }

    /** Whether the text has no unpaired surrogates, which cannot be written in UTF-8. */
    public static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** Whether the text has invisible characters, which may still change how it reads. */
    public static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(Text::isInvisible);
    }

    /**
     * Whether this code point shows nothing: an invisible character, a control character, a line break, a blank other
     * than a space, an unpaired surrogate, or no character at all.
     */
    public static boolean isUnseen(int c) {
        return isInvisible(c)
                || isBlankGlyph(c)
                || (c & 0xfffe) == 0xfffe
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static boolean isLegible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !isBlank(c) && !isInvisible(c);
        };
    }

    /** Printable ASCII with single spaces inside; the fast path, as most texts are like this. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String tidied(String text, boolean keepLines) {
        var tidy = new StringBuilder(text.length());
        int breaks = 0;
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            i += crlf ? 2 : Character.charCount(c);
            if (keepLines && isBreak(c)) {
                breaks++;
            } else if (isBlank(c)) {
                blank = true;
            } else if (!isInvisible(c)) {
                if (!tidy.isEmpty()) {
                    tidy.append(breaks > 0 ? "\n".repeat(breaks) : blank ? " " : "");
                }
                tidy.appendCodePoint(c);
                breaks = 0;
                blank = false;
            }
        }
        return tidy.toString();
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c) || isBlankGlyph(c);
    }

    /** A character whose category is symbol but whose glyph is blank. */
    private static boolean isBlankGlyph(int c) {
        return c == BRAILLE_BLANK || c == NULL_NOTEHEAD;
    }

    private static boolean isInvisible(int c) {
        if (c < INVISIBLE[0]) {
            return false;
        }
        int found = Arrays.binarySearch(INVISIBLE, c);
        // Between two entries: an even index is outside a range, an odd one inside.
        return found >= 0 || (-found - 1) % 2 == 1;
    }
}
