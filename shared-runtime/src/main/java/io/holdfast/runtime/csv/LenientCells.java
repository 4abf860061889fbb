package io.holdfast.runtime.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a faulty line into cells as its author may have meant them: a quote that is not closed on the line is treated
 * as text.
 */
final class LenientCells {
    private LenientCells() {}

    /** @param max the most cells; the last one takes the rest of the line */
    static List<String> of(String line, char separator, int max) {
        var cells = new ArrayList<String>();
        int from = 0;
        while (from <= line.length()) {
            int end = cells.size() + 1 == max ? line.length() : endOfQuoted(line, from, separator);
            boolean quoted = end >= 0 && cells.size() + 1 < max;
            if (end < 0) {
                int next = line.indexOf(separator, from);
                end = next < 0 ? line.length() : next;
            }
            cells.add(quoted ? line.substring(from + 1, end - 1).replace("\"\"", "\"") : line.substring(from, end));
            from = end + 1;
        }
        return cells;
    }

    /** The index after the quote that properly closes a cell; -1 when there is none. */
    private static int endOfQuoted(String line, int from, char separator) {
        if (from == line.length() || line.charAt(from) != '"') {
            return -1;
        }
        for (int i = line.indexOf('"', from + 1); i >= 0; i = line.indexOf('"', i + 1)) {
            boolean escaped = i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (!escaped) {
                return i + 1 == line.length() || line.charAt(i + 1) == separator ? i + 1 : -1;
            }
            i++;
        }
        return -1;
    }
}
