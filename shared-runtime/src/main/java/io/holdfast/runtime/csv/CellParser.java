package io.holdfast.runtime.csv;

import io.holdfast.runtime.csv.PhysicalLines.Line;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits a record into its cells, one line at a time. Memory is bounded by bytes and by number of cells. */
final class CellParser {
    private enum In {
        CELL_START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final char separator;
    private final int maxCells;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(512);
    private final List<Integer> ends = new ArrayList<>();
    private In in = In.CELL_START;
    private long bytes;
    private long cells;
    private boolean textAfterQuote;

    /** @param maxCells the most cells to keep; further ones are only counted */
    CellParser(char separator, int maxCells) {
        this.separator = separator;
        this.maxCells = maxCells;
    }

    /**
     * Takes the next line of the record.
     *
     * @return whether the record continues, because the line ends inside quotes
     */
    boolean take(Line line) {
        bytes += line.bytes().length + 1L;
        for (byte next : line.bytes()) {
            take(next);
        }
        if (in == In.QUOTED && !textAfterQuote) {
            content.writeBytes(line.lineBreak().getBytes(StandardCharsets.US_ASCII));
            return true;
        }
        endCell();
        return false;
    }

    /** Whether text followed a closing quote, which makes the cells meaningless. */
    boolean textAfterQuote() {
        return textAfterQuote;
    }

    boolean isTooLong() {
        return bytes > CsvRecords.MAX_BYTES + 1L;
    }

    /** The number of cells, kept or not. */
    long count() {
        return cells;
    }

    /** Whether there are more cells than are kept; can be asked while the record is incomplete. */
    boolean hasTooManyCells() {
        return cells > maxCells;
    }

    /** The cells that are kept, all slices of one array. */
    List<ByteBuffer> cells() {
        byte[] all = content.toByteArray();
        var held = new ArrayList<ByteBuffer>(ends.size());
        int from = 0;
        for (int end : ends) {
            held.add(ByteBuffer.wrap(all, from, end - from));
            from = end;
        }
        return held;
    }

    private void take(byte next) {
        switch (in) {
            case CELL_START, PLAIN -> {
                if (next == '"' && in == In.CELL_START) {
                    in = In.QUOTED;
                } else {
                    plain(next);
                }
            }
            case QUOTED -> {
                if (next == '"') {
                    in = In.CLOSED;
                } else {
                    hold(next);
                }
            }
            case CLOSED -> {
                if (next == '"') {
                    hold(next);
                    in = In.QUOTED;
                } else {
                    textAfterQuote |= next != separator;
                    plain(next);
                }
            }
        }
    }

    private void plain(byte next) {
        if (next == separator) {
            endCell();
            in = In.CELL_START;
        } else {
            hold(next);
            in = In.PLAIN;
        }
    }

    private void hold(byte next) {
        if (cells < maxCells) {
            content.write(next);
        }
    }

    private void endCell() {
        if (cells < maxCells) {
            ends.add(content.size());
        }
        cells++;
    }
}
