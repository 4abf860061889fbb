package io.holdfast.runtime.csv;

import io.holdfast.runtime.csv.CsvRecord.Fault;
import io.holdfast.runtime.csv.PhysicalLines.Ends;
import io.holdfast.runtime.csv.PhysicalLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as defined by RFC 4180, in UTF-8: quotes only around a whole cell; lines end in LF, CR LF or CR (CR LF
 * inside quotes is read as LF). Blank lines are skipped. A faulty record does not affect others: if an unclosed quote
 * makes it span lines, it is given up after its first line, and reading continues with the next line.
 *
 * <p>A record has at most {@value #MAX_BYTES} bytes and {@value #MAX_CELLS} cells; anything beyond is skipped without
 * being kept.
 */
final class CsvRecords {
    /** The maximum size of a record, in bytes. */
    static final int MAX_BYTES = 64 * 1024;
    /** The maximum number of cells in a record. */
    static final int MAX_CELLS = 1024;
    /** With fewer columns, almost any text inside quotes could look like a row. */
    private static final int FEWEST_COLUMNS_OF_A_ROW = 4;

    private final PhysicalLines lines;
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private final String notText;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private char separator = ',';
    private int columns;

    /** @param notText what is wrong with a record that is not UTF-8, worded to follow "the row" */
    CsvRecords(InputStream in, String notText) {
        this.lines = new PhysicalLines(in, MAX_BYTES, Ends.LF_CRLF_CR);
        this.notText = notText;
    }

    /** The next line, without parsing it as a record; null after the last. */
    @Nullable Line line() throws IOException {
        Line line = givenBack.pollFirst();
        return line != null ? line : lines.next();
    }

    void giveBack(Line line) {
        givenBack.addFirst(line);
    }

    void separator(char ascii) {
        this.separator = ascii;
    }

    /** Requires this number of cells from here on. */
    void columns(int expected) {
        this.columns = expected;
    }

    /** The next record; null after the last. */
    @Nullable CsvRecord next() throws IOException {
        for (Line line = line(); line != null; line = line()) {
            if (!isBlank(line)) {
                return line.tooLong() ? refused(line, Fault.tooLong()) : record(line);
            }
        }
        return null;
    }

    private CsvRecord record(Line first) throws IOException {
        var parser = new CellParser(separator, columns == 0 ? MAX_CELLS : columns);
        var further = new ArrayList<Line>();
        boolean open = parser.take(first);
        Fault fault = null;
        while (open && fault == null) {
            Line next = line();
            if (next == null) {
                fault = Fault.malformed("opens a quote that is never closed; was the file cut off?");
            } else {
                further.add(next);
                open = parser.take(next);
                fault = faultWithin(parser, next);
            }
        }
        if (fault == null) {
            fault = faultAtEnd(parser, further);
        }
        if (fault == null) {
            return decoded(first.number(), parser);
        }
        further.reversed().forEach(this::giveBack);
        return refused(first, fault);
    }

    private @Nullable Fault faultWithin(CellParser parser, Line line) {
        if (line.tooLong() || parser.isTooLong()) {
            return new Fault("opens a quote that is not closed within " + MAX_BYTES + " bytes", true);
        }
        if (parser.textAfterQuote()) {
            return Fault.malformed("opens a quote that line " + line.number() + " closes with text after it");
        }
        if (parser.hasTooManyCells()) {
            return Fault.malformed("opens a quote that line " + line.number() + " closes, and has more fields than "
                    + (columns == 0 ? MAX_CELLS : columns));
        }
        return looksLikeARow(line)
                ? Fault.malformed("opens a quote that takes in line " + line.number() + ", which is a row of its own")
                : null;
    }

    private @Nullable Fault faultAtEnd(CellParser parser, List<Line> further) {
        if (parser.textAfterQuote()) {
            return Fault.malformed("has text after a closing quote");
        }
        if (columns > 0 && parser.count() != columns) {
            String quote = further.isEmpty()
                    ? ""
                    : "opens a quote that line " + further.getLast().number() + " closes, and ";
            return Fault.malformed(quote + "has " + parser.count() + " fields instead of " + columns);
        }
        return parser.hasTooManyCells() ? new Fault("has more than " + MAX_CELLS + " fields", true) : null;
    }

    /**
     * Whether the part of a line that lies inside quotes is probably a row of its own; in prose, a blank follows each
     * comma.
     */
    private boolean looksLikeARow(Line line) {
        if (columns < FEWEST_COLUMNS_OF_A_ROW) {
            return false;
        }
        byte[] bytes = line.bytes();
        int cells = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                if (i + 1 == bytes.length || bytes[i + 1] != '"') {
                    break;
                }
                i++;
            } else if (bytes[i] == separator) {
                cells++;
                if (i + 1 < bytes.length && bytes[i + 1] == ' ') {
                    return false;
                }
            }
        }
        return cells == columns;
    }

    private boolean isBlank(Line line) {
        for (byte next : line.bytes()) {
            if (next != ' ' && (next != '\t' || separator == '\t')) {
                return false;
            }
        }
        return true;
    }

    private CsvRecord decoded(long line, CellParser parser) {
        var cells = new ArrayList<String>();
        Fault fault = null;
        for (ByteBuffer cell : parser.cells()) {
            try {
                cells.add(utf8.decode(cell.duplicate()).toString());
            } catch (CharacterCodingException _) {
                fault = Fault.malformed(notText);
                cells.add(StandardCharsets.UTF_8.decode(cell).toString());
            }
        }
        return new CsvRecord(line, cells, fault);
    }

    private CsvRecord refused(Line line, Fault fault) {
        return new CsvRecord(
                line.number(),
                LenientCells.of(new String(line.bytes(), StandardCharsets.UTF_8), separator, MAX_CELLS),
                fault);
    }
}
