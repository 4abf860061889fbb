package io.holdfast.runtime.csv;

import io.holdfast.value.Text;
import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * Escapes cells so that no spreadsheet takes them for a formula, whatever list separator it uses (OWASP, CSV
 * Injection). Where a cell, or a part of it after a semicolon, tab or line break, visibly starts with {@code = + - @},
 * an apostrophe is put in front of that part. Leading blanks, quotes and invisible characters are ignored, and
 * full-width forms count.
 *
 * <p>Existing apostrophes in front of such a part get one more, so {@link #original} always restores what was given to
 * {@link #of}.
 */
final class HarmlessCell {
    private static final char APOSTROPHE = '\'';
    private static final String FORMULA_STARTS = "=+-@\u2212";

    private HarmlessCell() {}

    /** The cell with apostrophes added where needed. */
    static String of(String cell) {
        return byParts(cell, part -> APOSTROPHE + part);
    }

    /** Undoes {@link #of}. */
    static String original(String harmless) {
        return byParts(harmless, part -> part.charAt(0) == APOSTROPHE ? part.substring(1) : part);
    }

    /** Applies a change to the parts that look like a formula and leaves all other text as it is. */
    private static String byParts(String cell, UnaryOperator<String> change) {
        StringBuilder changed = null;
        int taken = 0;
        for (int start = 0; start >= 0; start = nextPart(cell, start)) {
            if (showsFormula(cell, start)) {
                changed = changed == null ? new StringBuilder(cell.length() + 8) : changed;
                changed.append(cell, taken, start);
                int end = start;
                while (end < cell.length() && cell.charAt(end) == APOSTROPHE) {
                    end++;
                }
                changed.append(change.apply(cell.substring(start, Math.min(cell.length(), end + 1))));
                taken = Math.min(cell.length(), end + 1);
            }
        }
        return changed == null
                ? cell
                : changed.append(cell, taken, cell.length()).toString();
    }

    private static int nextPart(String cell, int from) {
        for (int i = from; i < cell.length(); i++) {
            if (endsPart(cell.charAt(i))) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean endsPart(char c) {
        return c == ';' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean showsFormula(String cell, int start) {
        int at = start;
        while (at < cell.length() && cell.charAt(at) == APOSTROPHE) {
            at++;
        }
        while (at < cell.length()) {
            int next = cell.codePointAt(at);
            if (next < 0x80 && endsPart((char) next)) {
                return isDroppedAtStart(next, start > 0 && cell.charAt(start - 1) != ';');
            }
            if (!isPassedOver(next)) {
                return isFormulaStart(next);
            }
            at += Character.charCount(next);
        }
        // After a separator at the end of a cell, what comes first is the next row.
        return start > 0;
    }

    /** Some programs drop a tab or line break at the start of a cell, so that what follows comes first. */
    private static boolean isDroppedAtStart(int c, boolean afterLineBreak) {
        return c == '\t' || !afterLineBreak && c != ';';
    }

    private static boolean isPassedOver(int c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Text.isUnseen(c)
                || switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    private static boolean isFormulaStart(int c) {
        String folded =
                c < 0x80 ? Character.toString(c) : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return !folded.isEmpty() && FORMULA_STARTS.indexOf(folded.charAt(0)) >= 0;
    }
}
