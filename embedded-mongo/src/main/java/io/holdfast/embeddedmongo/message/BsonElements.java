package io.holdfast.embeddedmongo.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Iterates over the elements of one BSON document or array without decoding them. See bsonspec.org, version 1.1. */
public final class BsonElements {
    static final int STRING = 0x02;
    public static final int DOCUMENT = 0x03;
    public static final int ARRAY = 0x04;

    private static final int LENGTH = 4;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private int start;
    private int nameEnd;
    private int end;

    /** @param document offset of the document in {@code bytes} */
    public BsonElements(byte[] bytes, int document) {
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.end = document + LENGTH;
    }

    /** Moves to the next element; returns false at the end. */
    public boolean next() {
        start = end;
        if (bytes[start] == 0) {
            return false;
        }
        nameEnd = terminator(start + 1);
        end = value() + size();
        return true;
    }

    public int type() {
        return bytes[start];
    }

    public boolean isNamed(byte[] name) {
        return Arrays.equals(bytes, start + 1, nameEnd, name, 0, name.length);
    }

    /** The offset of the element, which begins with its type and name. */
    public int start() {
        return start;
    }

    /** The offset of its value. */
    public int value() {
        return nameEnd + 1;
    }

    /** The offset of the next element. */
    public int end() {
        return end;
    }

    public boolean isText(byte[] text) {
        return type() == STRING
                && numbers.getInt(value()) == text.length + 1
                && Arrays.equals(bytes, value() + LENGTH, end - 1, text, 0, text.length);
    }

    private int size() {
        int at = value();
        return switch (type()) {
            case 0x06, 0x0A, 0x7F, -1 -> 0; // -1 is 0xFF, the min key
            case 0x08 -> 1;
            case 0x10 -> 4;
            case 0x01, 0x09, 0x11, 0x12 -> 8;
            case 0x07 -> 12;
            case 0x13 -> 16;
            case STRING, 0x0D, 0x0E -> LENGTH + numbers.getInt(at);
            case DOCUMENT, ARRAY, 0x0F -> numbers.getInt(at);
            case 0x05 -> LENGTH + 1 + numbers.getInt(at);
            case 0x0B -> terminator(terminator(at) + 1) + 1 - at;
            case 0x0C -> LENGTH + numbers.getInt(at) + 12;
            default -> throw new IllegalStateException("not a BSON type: " + type());
        };
    }

    private int terminator(int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at;
    }
}
