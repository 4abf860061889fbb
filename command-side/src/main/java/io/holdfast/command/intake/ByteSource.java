package io.holdfast.command.intake;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one with a look ahead of one; a byte order mark of UTF-8 at the start is left out. */
final class ByteSource {
    static final int END = -1;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int limit;
    private boolean started;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** The next byte, 0 to 255, or {@link #END}. */
    int next() throws IOException {
        int next = peek();
        if (next != END) {
            position++;
        }
        return next;
    }

    /** What {@link #next} will return. */
    int peek() throws IOException {
        if (!started) {
            started = true;
            passMark();
        }
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
