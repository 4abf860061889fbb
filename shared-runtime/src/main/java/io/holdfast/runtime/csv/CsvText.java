package io.holdfast.runtime.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a CSV, converted to UTF-8 from whatever encoding they came in.
 *
 * @param charset the original encoding
 * @param utf8 the text; bytes that are invalid in {@code charset} come out as invalid UTF-8, so that only their row is
 *     rejected
 */
public record CsvText(Charset charset, InputStream utf8) {
    private static final int LONGEST_MARK = 4;

    /**
     * Detects a byte order mark, which overrides the declared encoding, and UTF-16 without one.
     *
     * @param in the bytes; the caller closes the stream
     * @param declared the encoding to use otherwise
     * @throws UnusableHeaderException for UTF-32
     */
    public static CsvText of(InputStream in, Charset declared) throws IOException {
        var start = new PushbackInputStream(in, LONGEST_MARK);
        byte[] first = start.readNBytes(LONGEST_MARK);
        start.unread(first);
        Charset charset = recognised(first, declared);
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                ? new CsvText(StandardCharsets.UTF_8, start)
                : new CsvText(charset, new TranscodedStream(start, charset));
    }

    /**
     * Detects the encoding from the first bytes.
     *
     * @param first at most four bytes
     * @param otherwise the encoding to use when they do not show one
     * @throws UnusableHeaderException for UTF-32
     */
    public static Charset recognised(byte[] first, Charset otherwise) {
        int start = 0;
        for (int i = 0; i < LONGEST_MARK; i++) {
            start = start << 8 | (i < first.length ? first[i] & 0xFF : 0x20);
        }
        if (start == 0x0000FEFF || start == 0xFFFE0000) {
            throw new UnusableHeaderException("the text is UTF-32, which is not read; save it as UTF-8");
        }
        if (start >>> 8 == 0xEFBBBF) {
            return StandardCharsets.UTF_8;
        }
        boolean firstZero = start >>> 24 == 0;
        boolean secondZero = (start >>> 16 & 0xFF) == 0;
        if (start >>> 16 == 0xFEFF || firstZero && !secondZero) {
            return StandardCharsets.UTF_16BE;
        }
        return start >>> 16 == 0xFFFE || secondZero && !firstZero ? StandardCharsets.UTF_16LE : otherwise;
    }
}
