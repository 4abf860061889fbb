package io.holdfast.standalone.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.eventstore.integrity.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the directory of a zip file (APPNOTE.TXT 6.3.10), so strictly that every other reader sees the same entries:
 * each entry has one description before its bytes and one at the end of the file that agree, and every byte belongs to
 * one of them. Encrypted, split, linked or renamed entries are refused.
 */
final class ZipDirectory {
    /** More than twice the number of events in any case. */
    static final int MOST_ENTRIES = 100_000;

    private static final int LONGEST = 64 << 20;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_LENGTH = 56;

    private final FileChannel file;
    private long begin;
    private long length;
    private long count;

    private ZipDirectory(FileChannel file) {
        this.file = file;
    }

    /**
     * The entries in the order of the directory; duplicates are kept.
     *
     * @throws BadInputException when the file is not a zip file, or not one that every reader reads in the same way
     * @throws IOException when it cannot be read
     */
    static List<ZipItem> read(FileChannel file) throws IOException {
        return new ZipDirectory(file).items();
    }

    private List<ZipItem> items() throws IOException {
        long end = end();
        if (count > MOST_ENTRIES) {
            throw new BadInputException("it has " + count + " entries; a bundle has at most " + MOST_ENTRIES);
        }
        if (length > LONGEST || begin < 0 || length < 0 || begin + length != end) {
            throw new BadInputException("its directory is not where it should be");
        }
        ByteBuffer directory = bytes(file, begin, (int) length);
        List<ZipItem> items = new ArrayList<>();
        List<ZipHeader> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ZipHeader header = ZipHeader.central(directory);
            headers.add(header);
            items.add(header.item());
        }
        if (directory.hasRemaining()) {
            throw new BadInputException("its directory has more entries than it says");
        }
        gapless(headers);
        return items;
    }

    /** Finds the directory; returns the position just after it. */
    private long end() throws IOException {
        long at = file.size() - END_LENGTH;
        ByteBuffer end = at < 0 ? ByteBuffer.allocate(END_LENGTH) : bytes(file, at, END_LENGTH);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw new BadInputException("it is damaged or cut off: it does not end as a zip does");
        }
        count = Short.toUnsignedLong(end.getShort(10));
        length = Integer.toUnsignedLong(end.getInt(12));
        begin = Integer.toUnsignedLong(end.getInt(16));
        boolean oneDisk = end.getInt(4) == 0 && end.getShort(8) == end.getShort(10);
        if (!oneDisk) {
            throw new BadInputException("it is a part of several");
        }
        return count == 0xffffL || length == ZipHeader.IN_ZIP64 || begin == ZipHeader.IN_ZIP64 ? end64(at) : at;
    }

    /** The same for a zip64 directory: beyond 65,534 entries or 4 GB. */
    private long end64(long behind) throws IOException {
        long at = behind - LOCATOR_LENGTH - END64_LENGTH;
        if (at < 0) {
            throw new BadInputException("it is damaged: the end of its directory is missing");
        }
        ByteBuffer end = bytes(file, at, END64_LENGTH + LOCATOR_LENGTH);
        boolean fits = end.getInt(0) == END64
                && end.getLong(4) == END64_LENGTH - 12
                && end.getLong(16) == 0
                && end.getLong(24) == end.getLong(32)
                && end.getInt(END64_LENGTH) == LOCATOR
                && end.getLong(END64_LENGTH + 8) == at;
        if (!fits) {
            throw new BadInputException("it is damaged: the end of its directory is missing");
        }
        count = end.getLong(32);
        length = end.getLong(40);
        begin = end.getLong(48);
        return at;
    }

    /**
     * Checks that the first entry starts at the beginning of the file, each further one where the previous ends, and
     * the directory after the last.
     */
    private void gapless(List<ZipHeader> headers) throws IOException {
        headers.sort(Comparator.comparingLong(header -> header.item().headerAt()));
        long at = 0;
        for (int i = 0; i < headers.size(); i++) {
            ZipHeader header = headers.get(i);
            long next = i + 1 < headers.size() ? headers.get(i + 1).item().headerAt() : begin;
            if (header.item().headerAt() != at || header.end(file, next) != next) {
                throw new BadInputException(
                        "around " + header.item().name() + " there are bytes of no entry, or of two");
            }
            at = next;
        }
        if (at != begin) {
            throw new BadInputException("before its directory there are bytes of no entry");
        }
    }

    /** @throws IOException when the file is shorter */
    static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file is cut off");
            }
        }
        return bytes.flip();
    }

    static String text(byte[] name) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            throw new BadInputException("the name of an entry is not UTF-8", e);
        }
    }
}
