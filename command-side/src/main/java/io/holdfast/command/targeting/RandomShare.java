package io.holdfast.command.targeting;

import io.holdfast.shipment.ShipmentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Draws a share of shipments at random, repeatably: the draw is the first 53 bits of {@code
 * SHA-256("holdfast-random-share/1" | seed as 8 bytes, big-endian | UTF-8 of the shipment id)} as a fraction, and a
 * shipment is drawn when it is below the share. Without the seed nobody can predict which ids are drawn.
 *
 * @param seed of the rule set
 * @param share from 0 (none) to 1 (all)
 */
record RandomShare(long seed, double share) {
    private static final byte[] DOMAIN = "holdfast-random-share/1".getBytes(StandardCharsets.US_ASCII);

    boolean includes(ShipmentId shipment) {
        return share > 0 && draw(shipment) < share;
    }

    /** The draw of a shipment, from 0 (included) to 1 (excluded). */
    double draw(ShipmentId shipment) {
        byte[] digest = Digests.sha256(
                DOMAIN,
                ByteBuffer.allocate(Long.BYTES).putLong(seed).array(),
                shipment.value().getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1p-53;
    }
}
