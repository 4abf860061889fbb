package io.holdfast.eventstore.block;

import java.util.UUID;
import org.bson.BsonBinary;

/**
 * What the next block needs to know about its predecessor.
 *
 * @param number dense from 0; -1 stands for the empty log
 * @param hash SHA-256 of the block, 32 bytes
 * @param maxAt the latest timestamp in this block and all before it, nanoseconds since 1970
 */
public record BlockHeader(long number, UUID uuid, BsonBinary hash, long maxAt) {

    /** The predecessor of the first block: the chain starts from 32 zero bytes. */
    public static final BlockHeader GENESIS =
            new BlockHeader(-1, new UUID(0, 0), new BsonBinary(new byte[32]), Long.MIN_VALUE);
}
