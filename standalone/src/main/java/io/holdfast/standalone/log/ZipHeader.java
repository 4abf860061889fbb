package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Set;

/** The description of an entry in the directory of a zip file, checked against the one before the entry's bytes. */
final class ZipHeader {
    /** Marks a field of four bytes whose number is in a zip64 extra field of eight bytes. */
    static final long IN_ZIP64 = 0xffff_ffffL;

    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR = 0x08074b50;

    /** Flag: the sizes follow the bytes of the entry. */
    private static final int STREAMED = 1 << 3;

    /** The flags allowed: compression level, sizes after the bytes, UTF-8 name. */
    private static final int FLAGS = 0b110 | STREAMED | 1 << 11;

    private static final int ZIP64 = 1;

    /** The extra fields allowed: sizes, times and owners; others might give the entry another name or content. */
    private static final Set<Integer> EXTRAS = Set.of(ZIP64, 0x5455, 0x7875, 0x000a, 0x5855);

    private final byte[] name;
    private final int flags;
    private final int method;
    private final int time;
    private final ZipItem item;

    private ZipHeader(byte[] name, int flags, int method, int time, ZipItem item) {
        this.name = name;
        this.flags = flags;
        this.method = method;
        this.time = time;
        this.item = item;
    }

    ZipItem item() {
        return item;
    }

    /** The next description in a directory. @throws BadInputException when there is none, or one that is refused */
    static ZipHeader central(ByteBuffer in) {
        try {
            return read(in);
        } catch (BufferUnderflowException e) {
            throw new BadInputException("its directory has fewer entries than it says", e);
        }
    }

    private static ZipHeader read(ByteBuffer in) {
        if (in.getInt() != CENTRAL) {
            throw new BadInputException("its directory is damaged");
        }
        in.getInt(); // the versions that wrote it and that are needed to read it
        int flags = Short.toUnsignedInt(in.getShort());
        int method = Short.toUnsignedInt(in.getShort());
        int time = in.getInt();
        long crc = Integer.toUnsignedLong(in.getInt());
        long stored = Integer.toUnsignedLong(in.getInt());
        long size = Integer.toUnsignedLong(in.getInt());
        byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
        byte[] extra = new byte[Short.toUnsignedInt(in.getShort())];
        boolean plain = in.getInt() == 0; // no comment, and not on another disk
        in.getShort();
        int attributes = in.getInt();
        long at = Integer.toUnsignedLong(in.getInt());
        in.get(name).get(extra);
        String text = ZipDirectory.text(name);
        if (!plain || (flags & ~FLAGS) != 0 || (method != 0 && method != 8) || !isFile(attributes)) {
            throw new BadInputException(
                    text + " is no plain entry: encrypted, linked, split, commented on, or a folder");
        }
        ByteBuffer large = zip64(extra, text);
        size = size == IN_ZIP64 ? large.getLong() : size;
        stored = stored == IN_ZIP64 ? large.getLong() : stored;
        at = at == IN_ZIP64 ? large.getLong() : at;
        if (size < 0 || stored < 0 || at < 0) {
            throw new BadInputException(text + " has an impossible size");
        }
        return new ZipHeader(name, flags, method, time, new ZipItem(text, method == 8, crc, stored, size, at));
    }

    /** Whether it is a regular file: Unix stores the file type in the upper half; DOS marks folders with a bit. */
    private static boolean isFile(int attributes) {
        int kind = attributes >>> 16 & 0xf000;
        return (kind == 0 || kind == 0x8000) && (attributes & 0x10) == 0;
    }

    /** The numbers of eight bytes; empty when there are none. */
    private static ByteBuffer zip64(byte[] extra, String name) {
        ByteBuffer found = ByteBuffer.allocate(0);
        ByteBuffer in = little(extra);
        while (in.remaining() >= 4) {
            int id = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            if (!EXTRAS.contains(id) || length > in.remaining()) {
                throw new BadInputException(name + " has an extra field that is unknown here");
            }
            if (id == ZIP64) {
                found = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            in.position(in.position() + length);
        }
        if (in.hasRemaining()) {
            throw new BadInputException(name + " has an extra field that is unknown here");
        }
        return found;
    }

    /**
     * Reads the description before the bytes and returns where the entry ends by it.
     *
     * @param next where the entry should end
     * @throws BadInputException when the two descriptions differ
     */
    long end(FileChannel file, long next) throws IOException {
        ByteBuffer local = ZipDirectory.bytes(file, item.headerAt(), LOCAL_LENGTH);
        int rest = Short.toUnsignedInt(local.getShort(26)) + Short.toUnsignedInt(local.getShort(28));
        byte[] names =
                ZipDirectory.bytes(file, item.headerAt() + LOCAL_LENGTH, rest).array();
        boolean same = local.getInt(0) == LOCAL
                && Short.toUnsignedInt(local.getShort(6)) == flags
                && Short.toUnsignedInt(local.getShort(8)) == method
                && local.getInt(10) == time
                && Short.toUnsignedInt(local.getShort(26)) == name.length
                && Arrays.equals(names, 0, name.length, name, 0, name.length)
                && numbers(local, Arrays.copyOfRange(names, name.length, names.length));
        long dataEnd = item.headerAt() + LOCAL_LENGTH + rest + item.stored();
        if (!same || dataEnd > next) {
            throw new BadInputException(item.name() + " is described in two ways, or overlaps another entry");
        }
        return (flags & STREAMED) == 0 ? dataEnd : described(file, dataEnd, next);
    }

    private boolean numbers(ByteBuffer local, byte[] extra) {
        long crc = Integer.toUnsignedLong(local.getInt(14));
        long stored = Integer.toUnsignedLong(local.getInt(18));
        long size = Integer.toUnsignedLong(local.getInt(22));
        ByteBuffer large = zip64(extra, item.name());
        size = size == IN_ZIP64 && large.remaining() >= 8 ? large.getLong() : size;
        stored = stored == IN_ZIP64 && large.remaining() >= 8 ? large.getLong() : stored;
        boolean later = (flags & STREAMED) != 0;
        return isFit(crc, item.crc(), later) && isFit(stored, item.stored(), later) && isFit(size, item.size(), later);
    }

    private static boolean isFit(long number, long right, boolean later) {
        return number == right || later && number == 0;
    }

    /** Reads the sizes after the bytes (data descriptor), with or without a signature, in four bytes or in eight. */
    private long described(FileChannel file, long at, long next) throws IOException {
        long length = next - at;
        if (length != 12 && length != 16 && length != 20 && length != 24) {
            throw new BadInputException("behind " + item.name() + " there are bytes of no entry");
        }
        ByteBuffer in = ZipDirectory.bytes(file, at, (int) length);
        boolean marked = length == 16 || length == 24;
        boolean same = (!marked || in.getInt() == DESCRIPTOR)
                && Integer.toUnsignedLong(in.getInt()) == item.crc()
                && number(in, length) == item.stored()
                && number(in, length) == item.size();
        if (!same) {
            throw new BadInputException(item.name() + " is described in two ways");
        }
        return next;
    }

    private static long number(ByteBuffer in, long length) {
        return length < 20 ? Integer.toUnsignedLong(in.getInt()) : in.getLong();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
