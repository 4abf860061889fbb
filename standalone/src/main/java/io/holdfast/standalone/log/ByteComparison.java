package io.holdfast.standalone.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compares what is written to it with what is read, byte by byte; carriage returns, which some platforms put at the end of a line, count for nothing. */
final class ByteComparison extends OutputStream {
    private final InputStream there;
    private boolean different;

    /** @param there is closed along with this */
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

    /** Whether anything follows what was written; reads it to its end. */
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
