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
 * Stores evidence files by shipment and digest. A copy is received, claimed for the event that will name it, and then
 * kept; or it is discarded. Each step is a compare-and-set on the state, so when two parties disagree about a copy, one
 * of them is refused: cleanup never removes a copy that was claimed in the meantime, and nobody can name a copy that
 * was cleaned up.
 */
public interface EvidenceFiles {
    /** The state of a copy. */
    enum State {
        /** Its bytes are being received. */
        COMING,
        /** It is stored and was verified by reading it back. */
        STORED,
        /** A command that names it is in progress, or its outcome is unknown. */
        CLAIMED,
        /** An event names it. */
        KEEPING,
        /** It can no longer be claimed; its bytes will be removed next. */
        DOOMED
    }

    /**
     * A completely stored file.
     *
     * @param id identifies this copy
     */
    record Received(String id, ShipmentId shipment, long sizeInBytes, Sha256 sha256) {}

    /**
     * A copy whose fate is still undecided.
     *
     * @param sha256 absent when it was not completely received
     * @param beats a counter that grows while bytes arrive
     * @param since when receiving began, by the clock of that node
     */
    record Waiting(String id, ShipmentId shipment, @Nullable Sha256 sha256, State state, long beats, Instant since) {}

    /**
     * Takes the bytes in while they come, and reads back what was stored; nothing stays of a file that does not come to its end.
     *
     * @param limit in bytes
     * @throws FileTooLargeException beyond the limit
     * @throws NotStoredException when what is stored is not what came
     * @throws IOException when the bytes break off
     */
    Received receive(ShipmentId shipment, InputStream bytes, long limit) throws IOException;

    /**
     * Claims the copy, before the command that names it is sent. From then on the copy is removed only if it is certain
     * that no event names it.
     *
     * @throws NotStoredException when the copy is no longer there to be named
     */
    void claim(Received file);

    /**
     * Keeps the copy, because an event names it. If the shipment already has the same bytes, only one copy is kept.
     *
     * @throws IllegalStateException when the copy does not exist
     */
    void keep(Received file);

    /** Discards the copy, because no event names it and none ever will. */
    void discard(Received file);

    /**
     * The bytes of a file of the shipment, as stored now; empty when there is no such file. Reading fails with
     * {@link IOException} if bytes are missing.
     */
    Optional<InputStream> open(ShipmentId shipment, Sha256 sha256);

    /**
     * Undecided copies in the order of their ids: at most a hundred after the given id; pass an empty text to start.
     */
    List<Waiting> waitingAfter(String id);

    /**
     * Keeps this copy, because an event does name it.
     *
     * @throws IllegalStateException when it does not exist
     */
    void keep(Waiting copy);

    /**
     * Dooms a copy, so that it can no longer be claimed, if it is still in the state in which it was seen; otherwise
     * does nothing.
     */
    void doom(Waiting copy);

    /** Removes a doomed copy. */
    void remove(Waiting copy);
}
