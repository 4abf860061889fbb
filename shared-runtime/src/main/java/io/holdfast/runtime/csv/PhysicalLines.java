package io.holdfast.runtime.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a stream, keeping at most a given number of bytes of each; the rest of a longer line is skipped. A
 * UTF-8 byte order mark at the start is skipped.
 */
public final class PhysicalLines {
    private static final int END = -1;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    /** What ends a line. */
    public enum Ends {
        /** LF alone, as in NDJSON. */
        LF,
        /** LF, CR LF or CR, as in CSV. */
        LF_CRLF_CR
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param bytes the content without the line break; only the first part when the line is too long
     * @param tooLong whether it has more bytes than are kept
     * @param lineBreak {@code "\r"} if it ended in CR alone, otherwise {@code "\n"}, even at the end of the stream
     */
    @SuppressWarnings("ArrayRecordComponent") // a buffer in transit, never compared
    public record Line(long number, byte[] bytes, boolean tooLong, String lineBreak) {}

    private final InputStream in;
    private final int maxBytes;
    private final Ends ends;
    private final byte[] buffer = new byte[8192];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(512);
    private int position;
    private int limit;
    private long number;

    /** @param in the bytes; the caller closes the stream */
    public PhysicalLines(InputStream in, int maxBytes, Ends ends) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.ends = ends;
    }

    /** The next line; null after the last. */
    public @Nullable Line next() throws IOException {
        if (number == 0) {
            passMark();
        }
        if (peek() == END) {
            return null;
        }
        number++;
        content.reset();
        boolean tooLong = false;
        int next = take();
        while (next != END && next != '\n' && !(next == '\r' && ends == Ends.LF_CRLF_CR)) {
            if (content.size() < maxBytes) {
                content.write(next);
            } else {
                tooLong = true;
            }
            next = take();
        }
        boolean carriageReturn = next == '\r';
        if (carriageReturn && peek() == '\n') {
            take();
            carriageReturn = false;
        }
        return new Line(number, content.toByteArray(), tooLong, carriageReturn ? "\r" : "\n");
    }

    private int take() throws IOException {
        int next = peek();
        position++;
        return next;
    }

    private int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : END;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private void passMark() throws IOException {
        limit = in.readNBytes(buffer, 0, MARK.length);
        boolean marked = limit == MARK.length;
        for (int i = 0; marked && i < MARK.length; i++) {
            marked = (buffer[i] & 0xFF) == MARK[i];
        }
        position = marked ? MARK.length : 0;
    }
}
