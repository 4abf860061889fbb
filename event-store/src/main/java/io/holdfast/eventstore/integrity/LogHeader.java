package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * A block without its events: exactly what its hash covers.
 *
 * @param number dense from 0
 * @param maxAt the latest timestamp in this block and all before it, nanoseconds since 1970; a string in JSON
 * @param count how many events the block holds
 * @param root of the {@link MerkleTree} over the events
 */
public record LogHeader(
        @JsonProperty(required = true) long number,
        Hash previousHash,
        UUID uuid,

        @JsonProperty(required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
        long maxAt,

        @JsonProperty(required = true) int count,
        Hash root) {

    public LogHeader {
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(root, "root");
    }

    /** The only format version; it is part of the hash. */
    public static final int FORMAT = 2;

    /**
     * SHA-256 over 101 bytes: format (1), previous hash (32), number (8), uuid (16), latest timestamp (8), number of events
     * (4), root (32). Numbers have the highest byte first.
     */
    public Hash hash() {
        byte[] bytes = ByteBuffer.allocate(101)
                .put((byte) FORMAT)
                .put(previousHash.bytes())
                .putLong(number)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .putLong(maxAt)
                .putInt(count)
                .put(root.bytes())
                .array();
        return Hash.of(MerkleTree.sha256().digest(bytes));
    }

    LogHeader numbered(long other) {
        return new LogHeader(other, previousHash, uuid, maxAt, count, root);
    }
}
