package io.holdfast.embeddedmongo;

import java.util.Arrays;

/** Where a document lives in its collection: its encoded {@code _id}. */
final class Position {
    private final byte[] bytes;

    Position(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
