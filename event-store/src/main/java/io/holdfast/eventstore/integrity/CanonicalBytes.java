package io.holdfast.eventstore.integrity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The canonical encoding of an event in bytes: numbers take eight bytes, highest first; texts and contents follow their
 * length in four bytes, -1 when absent.
 */
final class CanonicalBytes {

    private CanonicalBytes() {}

    static byte[] of(LogEvent event) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            text(out, event.aggregate());
            text(out, event.type());
            out.writeLong(event.sequence());
            text(out, event.id());
            text(out, event.name());
            text(out, event.revision());
            out.writeLong(event.at());
            content(out, event.payload().bytes());
            content(out, event.metadata().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot happen: the bytes go to memory", e);
        }
        return bytes.toByteArray();
    }

    static LogEvent read(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            var event = new LogEvent(
                    text(in),
                    text(in),
                    in.getLong(),
                    required(text(in)),
                    required(text(in)),
                    text(in),
                    in.getLong(),
                    Content.of(required(content(in))),
                    Content.of(required(content(in))));
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("bytes follow the event");
            }
            return event;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the event's bytes are cut off", e);
        }
    }

    /** Strict UTF-8: replacing half a surrogate pair would let two different texts have the same bytes. */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && !new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("Text with half a surrogate pair: " + OneLine.of(text));
        }
        return bytes;
    }

    /** Decodes canonical base64 only: padded, unused bits zero. */
    static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("base64 in another than its usual spelling");
        }
        return bytes;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            content(out, utf8(text));
        }
    }

    private static void content(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(ByteBuffer in) {
        byte[] bytes = content(in);
        try {
            return bytes == null
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text of the event is not UTF-8", e);
        }
    }

    private static byte @Nullable [] content(ByteBuffer in) {
        int length = in.getInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("the event's bytes are cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the event lacks a part that every event has");
        }
        return value;
    }
}
