package io.holdfast.command.shipment.evidence;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Recognises text in any encoding with one or more bytes per character, or in UTF-16 with a byte order mark; programs
 * and scripts are not text.
 */
final class TextKind {
    private TextKind() {}

    static boolean fits(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return isText(head, UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return isText(head, UTF_16BE);
        }
        byte[] plain = head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf
                ? Arrays.copyOfRange(head, 3, head.length)
                : head;
        return !FileKind.isProgram(plain) && !hasZero(plain);
    }

    private static boolean isText(byte[] head, Charset charset) {
        String text = charset.decode(ByteBuffer.wrap(head, 2, (head.length - 2) / 2 * 2))
                .toString();
        return !text.startsWith("#!") && text.indexOf('\0') < 0 && text.indexOf('\uffff') < 0;
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
