package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclaration.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, in UTF-8: commas, quotes only around a whole field, lines that end in LF, CR LF or CR. Blank lines
 * are no records. A bad record spoils no other one, except that a quote that is never closed takes all that follows.
 */
final class CsvRecords {
    /**
     * A record.
     *
     * @param line where it starts, from 1
     * @param cells without their quotes; whatever could be read when it is refused
     * @param refused what is wrong with the record as a whole; null when nothing is
     */
    record CsvRecord(
            long line, List<String> cells, @Nullable RefusedDeclaration refused) {}

    private enum In {
        FIELD_START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final ByteSource bytes;
    private long line = 1;

    // The record under way.
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(512);
    private final List<Integer> ends = new ArrayList<>();
    private In in = In.FIELD_START;
    private int size;
    private @Nullable RefusedDeclaration refused;

    CsvRecords(InputStream in) {
        this.bytes = new ByteSource(in);
    }

    /** The next record; null after the last. */
    @Nullable CsvRecord next() throws IOException {
        while (bytes.peek() != ByteSource.END) {
            long start = line;
            startRecord();
            readRecord();
            boolean blank = size == 0;
            if (!blank) {
                return record(start);
            }
        }
        return null;
    }

    private void startRecord() {
        content.reset();
        ends.clear();
        in = In.FIELD_START;
        size = 0;
        refused = null;
    }

    private void readRecord() throws IOException {
        while (true) {
            int next = bytes.next();
            boolean lineBreak = next == '\n' || next == '\r';
            if (next == '\r' && bytes.peek() == '\n') {
                next = bytes.next();
            }
            if (lineBreak) {
                line++;
            }
            if (next == ByteSource.END && in == In.QUOTED) {
                refuse("ends within quotes: a quote that opens in this row is never closed; was the file cut off?");
            }
            if (next == ByteSource.END || lineBreak && in != In.QUOTED) {
                ends.add(content.size());
                return;
            }
            take(next);
        }
    }

    private void take(int next) {
        size++;
        switch (in) {
            case FIELD_START, PLAIN -> {
                if (next == '"' && in == In.FIELD_START) {
                    in = In.QUOTED;
                } else {
                    plain(next);
                }
            }
            case QUOTED -> {
                if (next == '"') {
                    in = In.CLOSED;
                } else {
                    append(next);
                }
            }
            case CLOSED -> {
                if (next == '"') {
                    append(next);
                    in = In.QUOTED;
                } else {
                    if (next != ',') {
                        refuse("has text after a closing quote");
                    }
                    plain(next);
                }
            }
        }
    }

    private void plain(int next) {
        if (next == ',') {
            ends.add(content.size());
            in = In.FIELD_START;
        } else {
            append(next);
            in = In.PLAIN;
        }
    }

    private void append(int next) {
        if (size <= DeclarationJson.MAX_BYTES) {
            content.write(next);
        } else if (refused == null) {
            refused = NdjsonRows.tooLong();
        }
    }

    private void refuse(String reason) {
        if (refused == null || refused.kind() == Kind.TOO_LARGE) {
            refused = new RefusedDeclaration(Kind.MALFORMED, null, reason);
        }
    }

    private CsvRecord record(long start) {
        byte[] all = content.toByteArray();
        var cells = new ArrayList<String>(ends.size());
        try {
            int from = 0;
            for (int end : ends) {
                cells.add(Utf8.decode(all, from, end));
                from = end;
            }
        } catch (RefusedDeclaration notUtf8) {
            return new CsvRecord(start, List.of(), refused == null ? notUtf8 : refused);
        }
        return new CsvRecord(start, cells, refused);
    }
}
