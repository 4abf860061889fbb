package io.holdfast.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The one form of every text that people type: what looks alike is the same.
 *
 * <p>Kept is NFC (Unicode, UAX #15): it changes how a character is encoded and never which one it is, where NFKC would make
 * {@code 10²} into {@code 102}. Every kind of blank is one blank, several are one, and none begins or ends a text. What cannot be
 * seen is left out: the default-ignorable characters of Unicode (soft hyphens, zero-width characters, direction marks,
 * variation selectors, tags), also where a script uses the joiners among them. To bring a text into its form once more
 * changes nothing.
 *
 * <p>Names are compared by a {@link #key}: NFKC and without case, as identifiers are (UAX #31).
 */
public final class Text {
    /** Default_Ignorable_Code_Point of Unicode, and interlinear annotation marks; first and last of each range, ascending. */
    private static final int[] INVISIBLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int NULL_NOTEHEAD = 0x1D159;

    private Text() {}

    /** A text of one line: line breaks are blanks. */
    public static String line(String text) {
        return isPlain(text) ? text : composed(tidied(text, false));
    }

    /** A text that may have several lines; they end with {@code \n}, and with nothing before it. */
    public static String lines(String text) {
        return isPlain(text) ? text : composed(tidied(text, true));
    }

    /** A line in capitals. Some letters become two: {@code ß} is {@code SS}. */
    public static String capitals(String text) {
        return composed(line(text).toUpperCase(Locale.ROOT));
    }

    /** NFC and no more. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** What a name is compared by: equal for two that differ in case, width, ligatures and blanks alone. Not for people's eyes. */
    public static String key(String name) {
        String wide = Normalizer.normalize(line(name), Normalizer.Form.NFKC);
        // Down, up and down again: ẞ, ß and ss, and the two small sigmas, meet on the way.
        String folded =
                line(wide).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return line(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    /** Whether two names are one. */
    public static boolean same(String name, String other) {
        return name.equals(other) || key(name).equals(key(other));
    }

    /** Whether there is anything to read: a letter, a digit, a punctuation mark or a symbol that can be seen. */
    public static boolean isLegible(String text) {
        return text.codePoints().anyMatch(Text::isLegible);
    }

    /** Whether characters beyond the basic plane are whole: half of one cannot be written in UTF-8. */
    public static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** Whether the text has characters that cannot be seen, though they may change what is read. */
    public static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(Text::isInvisible);
    }

    /**
     * Whether nothing is seen where a character stands: an invisible one, a control, a line break, a blank that is not a space, half of a
     * pair, what is no character.
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

    /** Printable ASCII with single blanks inside, which is most of what comes. */
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

    /** By its category a symbol, but blank. */
    private static boolean isBlankGlyph(int c) {
        return c == BRAILLE_BLANK || c == NULL_NOTEHEAD;
    }

    private static boolean isInvisible(int c) {
        if (c < INVISIBLE[0]) {
            return false;
        }
        int found = Arrays.binarySearch(INVISIBLE, c);
        // Between two entries: an even place is outside of a range, an odd one within.
        return found >= 0 || (-found - 1) % 2 == 1;
    }
}
