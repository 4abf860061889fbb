package io.holdfast.runtime.evidence;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files by shipment and digest. A file is first received and then kept, once an event names it, or discarded. What is neither, because
 * a process ended in between, is among those that wait.
 */
public interface EvidenceFiles {
    /**
     * A file that was received whole.
     *
     * @param id of this copy
     */
    record Received(String id, ShipmentId shipment, long sizeInBytes, Sha256 sha256) {}

    /**
     * A copy of which nobody has said what becomes of it.
     *
     * @param sha256 absent when it was not received to its end
     */
    record Waiting(String id, ShipmentId shipment, @Nullable Sha256 sha256) {}

    /**
     * Takes the bytes in while they come; nothing stays of a file that does not come to its end.
     *
     * @param limit in bytes
     * @throws FileTooLargeException beyond the limit
     * @throws IOException when the bytes break off
     */
    Received receive(ShipmentId shipment, InputStream bytes, long limit) throws IOException;

    /** An event names it. Where the shipment has the same bytes already, they stay once. */
    void keep(Received file);

    /** No event names it. */
    void discard(Received file);

    /**
     * The bytes of a file of the shipment, as they are now; empty when there are none. Reading fails with {@link IOException} where some are
     * missing.
     */
    Optional<InputStream> open(ShipmentId shipment, Sha256 sha256);

    /** Copies that have waited since before a moment, oldest first, at most a hundred. */
    List<Waiting> waitingSince(Instant before);

    /** An event names this copy after all. */
    void keep(Waiting copy);

    /** No event will name this copy. */
    void discard(Waiting copy);
}
