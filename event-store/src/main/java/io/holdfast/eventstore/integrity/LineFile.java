package io.holdfast.eventstore.integrity;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of lines, gzipped or not, read once from its beginning with one line in memory at a time. */
final class LineFile implements AutoCloseable {

    private final Path file;
    private final InputStream in;
    private final int longest;
    private byte @Nullable [] next;
    private long line;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    /** A file of lines of any kind. @throws BadInputException when it cannot be read */
    LineFile(Path file) {
        this(file, LogJson.LONGEST_LINE);
    }

    /**
     * A file of lines.
     *
     * @param longest maximum length of a line, in bytes
     * @throws BadInputException when it cannot be read
     */
    LineFile(Path file, int longest) {
        this.file = file;
        this.longest = longest;
        try {
            var buffered = new BufferedInputStream(BoundedInput.of(file), 1 << 16);
            buffered.mark(2);
            boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            this.in = zipped ? inflated(buffered, Files.size(file)) : buffered;
        } catch (IOException e) {
            throw new BadInputException("there is no readable file " + file, e);
        }
        advance();
    }

    private InputStream inflated(InputStream zipped, long size) throws IOException {
        return new BoundedInput(
                new GZIPInputStream(zipped, 1 << 16), BoundedInput.inflated(size), file + ", inflated,");
    }

    /** Whether the next line starts with the prefix; false at the end. */
    boolean nextStartsWith(String prefix) {
        byte[] start = prefix.getBytes(StandardCharsets.US_ASCII);
        return next != null
                && next.length >= start.length
                && Arrays.equals(next, 0, start.length, start, 0, start.length);
    }

    boolean hasNext() {
        return next != null;
    }

    void skip() {
        advance();
    }

    /** @throws BadInputException when the line does not belong in an export */
    ExportLine read() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        ExportLine parsed = LogJson.parse(next, "line " + line + " of " + file);
        advance();
        return parsed;
    }

    /** The rest of the file, whose lines must all be of one kind. */
    <T extends ExportLine> Iterator<T> iterator(Class<T> kind) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return LineFile.this.hasNext();
            }

            @Override
            public T next() {
                ExportLine read = read();
                if (!kind.isInstance(read)) {
                    throw new BadInputException("line " + (line - 1) + " of " + file + " does not belong there");
                }
                return kind.cast(read);
            }
        };
    }

    private void advance() {
        try {
            next = readLine();
            line++;
        } catch (IOException e) {
            throw new BadInputException(file + " is damaged or cut off after line " + line, e);
        }
    }

    private byte @Nullable [] readLine() throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
            }
            if (filled < 0) {
                at = filled;
                return bytes.size() == 0 ? null : bytes.toByteArray();
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (bytes.size() + (end - at) > longest) {
                throw new BadInputException(
                        "line " + (line + 1) + " of " + file + " is too long: it has more than " + longest + " bytes");
            }
            bytes.write(buffer, at, end - at);
            at = Math.min(end + 1, filled);
            if (end < filled) {
                return bytes.toByteArray();
            }
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new BadInputException("cannot close " + file, e);
        }
    }
}
