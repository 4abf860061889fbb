package io.holdfast.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes BSON values so that the unsigned order of the bytes is MongoDB's order of the values, like MongoDB's KeyString. No encoding is a
 * prefix of another, so encodings may be concatenated for a compound key; a descending field has its bytes inverted. Equal numbers of
 * different types have the same encoding, and so have null and missing.
 */
public final class KeyEncoder {
    static final int MIN_KEY = 0x05;
    static final int EMPTY_ARRAY = 0x08;
    static final int NULL = 0x0A;
    static final int NUMBER = 0x10;
    static final int STRING = 0x18;
    static final int DOCUMENT = 0x20;
    static final int LIST = 0x28;
    static final int BINARY = 0x30;
    static final int LEGACY_UUID = 0x34;
    static final int UUID_TYPE = 0x38;
    static final int OBJECT_ID = 0x40;
    static final int BOOLEAN = 0x48;
    static final int DATE = 0x50;
    static final int TIMESTAMP = 0x58;
    static final int REGEX = 0x60;
    static final int JAVASCRIPT = 0x64;
    static final int MAX_KEY = 0xF0;

    private static final int END = 0x00;
    private static final double TWO_TO_63 = 0x1p63;

    private byte[] buffer = new byte[48];
    private int length;

    /** Encodes one value, ascending. */
    static byte[] encode(@Nullable Object value) {
        return new KeyEncoder().append(value, true).toBytes();
    }

    /** The smallest byte string greater than every one that starts with {@code prefix}; null if there is none. */
    public static byte @Nullable [] successor(byte[] prefix) {
        int end = prefix.length;
        while (end > 0 && prefix[end - 1] == (byte) 0xFF) {
            end--;
        }
        if (end == 0) {
            return null;
        }
        byte[] next = Arrays.copyOf(prefix, end);
        next[end - 1]++;
        return next;
    }

    /** The byte that the ascending encoding of every value of this value's type starts with. */
    public static int typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case MinKey _ -> MIN_KEY;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Map<?, ?> _ -> DOCUMENT;
            case Collection<?> _ -> LIST;
            case BinData _ -> BINARY;
            case LegacyUUID _ -> LEGACY_UUID;
            case UUID _ -> UUID_TYPE;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> REGEX;
            case BsonJavaScript _ -> JAVASCRIPT;
            case MaxKey _ -> MAX_KEY;
            default -> throw new IllegalArgumentException("cannot be a key: " + value.getClass());
        };
    }

    public KeyEncoder append(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    public KeyEncoder append(@Nullable Object value, boolean ascending) {
        int start = length;
        appendValue(value);
        return ascending ? this : invertFrom(start);
    }

    /** Appends what every value of a type starts with. */
    public KeyEncoder appendType(int type, boolean ascending) {
        int start = length;
        put(type);
        return ascending ? this : invertFrom(start);
    }

    /** Appends what every string that starts with {@code text} starts with. */
    public KeyEncoder appendStringStart(String text, boolean ascending) {
        int start = length;
        put(STRING);
        putCharacters(text);
        return ascending ? this : invertFrom(start);
    }

    public KeyEncoder appendEmptyArray(boolean ascending) {
        return appendType(EMPTY_ARRAY, ascending);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private KeyEncoder invertFrom(int start) {
        for (int i = start; i < length; i++) {
            buffer[i] = (byte) ~buffer[i];
        }
        return this;
    }

    private void appendValue(@Nullable Object value) {
        put(typeOf(value));
        switch (value) {
            case Number number -> putNumber(number);
            case String text -> putString(text);
            case Map<?, ?> document -> putDocument(document);
            case Collection<?> list -> putList(list);
            case BinData binary -> putBinary(binary.getData());
            case LegacyUUID uuid -> putUuid(uuid.getUuid());
            case UUID uuid -> putUuid(uuid);
            case ObjectId id -> append(id.toByteArray());
            case Boolean flag -> put(flag ? 2 : 1);
            case Instant instant -> putLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp timestamp -> putLong(timestamp.getValue());
            case BsonRegularExpression regex -> {
                putString(regex.getPattern());
                putString(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case BsonJavaScript script -> putString(script.getCode());
            case null, default -> {
                // the type alone is the encoding
            }
        }
    }

    /** Encodes the nearest double, then the difference to the exact value, so that integers above 2^53 keep their order. */
    private void putNumber(Number number) {
        double nearest = number.doubleValue() == 0 ? 0.0 : number.doubleValue();
        int remainder = 0;
        if (number instanceof Long exact) {
            remainder = nearest == TWO_TO_63 ? (int) (exact - Long.MAX_VALUE) - 1 : (int) (exact - (long) nearest);
        }
        long bits = Double.doubleToLongBits(nearest);
        putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        int biased = remainder + 0x8000;
        put(biased >> 8);
        put(biased);
    }

    private void putString(String text) {
        putCharacters(text);
        put(END);
    }

    /**
     * Keeps the order of Java's {@code String.compareTo}, by which the library sorts as well. Every code unit is incremented by one, so
     * that zero can terminate the string.
     */
    private void putCharacters(String text) {
        ensure(text.length() * 4);
        for (int i = 0; i < text.length(); i++) {
            int unit = text.charAt(i) + 1;
            if (unit < 0x80) {
                put(unit);
            } else if (unit < 0x800) {
                put(0xC0 | unit >> 6);
                put(0x80 | unit & 0x3F);
            } else {
                put(0xE0 | unit >> 12);
                put(0x80 | unit >> 6 & 0x3F);
                put(0x80 | unit & 0x3F);
            }
        }
    }

    private void putDocument(Map<?, ?> document) {
        document.forEach((name, value) -> {
            put(typeOf(value));
            putString(String.valueOf(name));
            appendValue(value);
        });
        put(END);
    }

    private void putList(Collection<?> list) {
        list.forEach(this::appendValue);
        put(END);
    }

    private void putBinary(byte[] bytes) {
        putInt(bytes.length);
        append(bytes);
    }

    private void putUuid(UUID uuid) {
        putLong(uuid.getMostSignificantBits());
        putLong(uuid.getLeastSignificantBits());
    }

    private void putInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(value >> shift);
        }
    }

    private void putLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >> shift));
        }
    }

    private void put(int value) {
        ensure(1);
        buffer[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
