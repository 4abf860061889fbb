package io.holdfast.runtime.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Converts text from another encoding to UTF-8. Input that cannot be decoded becomes a byte that is never valid in
 * UTF-8.
 */
final class TranscodedStream extends InputStream {
    private static final byte[] NO_TEXT = {(byte) 0xFF};
    private static final int REPLACEMENT = 0xFFFD;

    private final Reader characters;
    private byte[] character = {};
    private int position;

    TranscodedStream(InputStream in, Charset charset) {
        this.characters = new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    @Override
    public int read() throws IOException {
        return position < character.length || advance() ? character[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (count > 0 && position == character.length && !characters.ready()) {
                return count; // return what is available before waiting for more
            }
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) next;
        }
        return count;
    }

    private boolean advance() throws IOException {
        int next = characters.read();
        if (next < 0) {
            return false;
        }
        position = 0;
        character = encoded((char) next);
        return true;
    }

    private byte[] encoded(char first) throws IOException {
        if (first < 0x80) {
            return new byte[] {(byte) first};
        }
        if (first == REPLACEMENT) {
            return NO_TEXT;
        }
        // A decoder only emits complete surrogate pairs.
        String text = Character.isHighSurrogate(first)
                ? String.valueOf(new char[] {first, (char) characters.read()})
                : String.valueOf(first);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
