package io.holdfast.runtime.csv;

import io.holdfast.value.Text;
import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * Cells that no spreadsheet takes for a formula, whatever list separator it was set to (OWASP, CSV Injection). Where a cell, or a
 * part of it behind a semicolon, a tab or a line break, shows {@code = + - @} first, an apostrophe goes in front of that part.
 * First is what is seen first: blanks, quotes and invisible characters do not count, and full-width forms do.
 *
 * <p>Apostrophes in front of such a part are added to, so {@link #original} always finds what {@link #of} was given.
 */
final class HarmlessCell {
    private static final char APOSTROPHE = '\'';
    private static final String FORMULA_STARTS = "=+-@\u2212";

    private HarmlessCell() {}

    /** The cell with apostrophes where they are needed. */
    static String of(String cell) {
        return byParts(cell, part -> APOSTROPHE + part);
    }

    /** What {@link #of} made this out of. */
    static String original(String harmless) {
        return byParts(harmless, part -> part.charAt(0) == APOSTROPHE ? part.substring(1) : part);
    }

    /** Changes the parts that show a formula; the rest of a cell goes with its last part. */
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
        // Behind a separator at the end of a cell, the next row comes first.
        return start > 0;
    }

    /** Some programs drop a tab or line break at the beginning of a cell, so that what follows comes first. */
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
