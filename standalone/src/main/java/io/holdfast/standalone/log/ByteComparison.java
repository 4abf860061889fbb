package io.holdfast.standalone.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Compares the bytes written to it with those of a stream; carriage returns are ignored, because some platforms add
 * them to line ends.
 */
final class ByteComparison extends OutputStream {
    private final InputStream there;
    private boolean different;

    /** @param there closed together with this stream */
    ByteComparison(InputStream there) {
        this.there = new BufferedInputStream(there);
    }

    boolean isDifferent() {
        return different;
    }

    @Override
    public void write(int right) throws IOException {
        if (!different && (right & 0xff) != '\r') {
            different = next() != (right & 0xff);
        }
    }

    /** Whether the stream has more than what was written; reads it to its end. */
    boolean hasMore() throws IOException {
        boolean more = next() >= 0;
        there.transferTo(OutputStream.nullOutputStream());
        return more;
    }

    private int next() throws IOException {
        int next = there.read();
        while (next == '\r') {
            next = there.read();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        there.close();
    }
}
