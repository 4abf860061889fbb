package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The bytes of an entry; checks that there are exactly as many as its description states, with the stated checksum. */
final class ZipItemStream extends InputStream {
    private final ZipItem item;
    private final InputStream in;
    private final CRC32 sum = new CRC32();
    private final Inflater inflater = new Inflater(true);
    private final Slice slice;
    private long read;

    ZipItemStream(FileChannel file, ZipItem item) throws IOException {
        this.item = item;
        ByteBuffer header = ZipDirectory.bytes(file, item.headerAt(), 30);
        long at = item.headerAt()
                + 30
                + Short.toUnsignedInt(header.getShort(26))
                + Short.toUnsignedInt(header.getShort(28));
        this.slice = new Slice(file, at, at + item.stored());
        InputStream plain = item.deflated() ? new InflaterInputStream(slice, inflater, 1 << 14) : slice;
        this.in = new CheckedInputStream(new BoundedInput(plain, item.size(), item.name()), sum);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws BadInputException at the end of an entry that does not match its description */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int some = in.read(into, offset, length);
        if (some >= 0) {
            read += some;
            return some;
        }
        if (read != item.size() || sum.getValue() != item.crc() || inflater.getRemaining() > 0 || slice.left() > 0) {
            throw new BadInputException(item.name() + " is damaged: it is not what the zip says of it");
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
        inflater.end();
    }

    /** A part of the file, which stays open. */
    private static final class Slice extends InputStream {
        private final FileChannel file;
        private final long end;
        private long at;

        Slice(FileChannel file, long at, long end) {
            this.file = file;
            this.at = at;
            this.end = end;
        }

        long left() {
            return end - at;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            int some = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)), at);
            at += Math.max(some, 0);
            return some;
        }
    }
}
