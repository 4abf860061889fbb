package io.holdfast.embeddedmongo.index;

import java.util.Arrays;

/** Identifies a document within its collection: its encoded {@code _id}. */
public final class RecordId {
    private final byte[] bytes;

    public RecordId(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
