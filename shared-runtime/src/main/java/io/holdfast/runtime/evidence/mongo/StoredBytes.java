package io.holdfast.runtime.evidence.mongo;

import com.mongodb.MongoGridFSException;
import java.io.IOException;
import java.io.InputStream;

/** A stream over a GridFS file that reports missing chunks as an {@link IOException}. */
final class StoredBytes extends InputStream {
    private final InputStream in;

    StoredBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (MongoGridFSException missing) {
            throw new IOException("Bytes of a stored file are missing", missing);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
