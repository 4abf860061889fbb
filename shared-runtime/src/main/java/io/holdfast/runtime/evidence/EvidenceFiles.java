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
 * Files by shipment and digest. A copy is received, then claimed for the event that is to name it, then kept; or it is discarded. Each
 * step is taken only from the state before it, so that of two that differ about a copy one is refused: who cleans up never removes
 * a copy that was claimed since, and who was cleaned up after never names one.
 */
public interface EvidenceFiles {
    /** How far a copy has come. */
    enum State {
        /** Its bytes come. */
        COMING,
        /** It is stored, and was read back. */
        STORED,
        /** A command that names it is under way, or its outcome is not known. */
        CLAIMED,
        /** An event names it. */
        KEEPING,
        /** Nobody may claim it any more; its bytes are removed next. */
        DOOMED
    }

    /**
     * A file that is stored whole.
     *
     * @param id of this copy
     */
    record Received(String id, ShipmentId shipment, long sizeInBytes, Sha256 sha256) {}

    /**
     * A copy of which nobody has said what becomes of it.
     *
     * @param sha256 absent when it was not received to its end
     * @param beats grows while bytes come
     * @param since when it began to come, by the clock of that node
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
     * Before the command that names it: from here on the copy is not removed unless somebody knows that no event names it.
     *
     * @throws NotStoredException when it is no longer there to be named
     */
    void claim(Received file);

    /**
     * An event names it. Where the shipment has the same bytes already, they stay once.
     *
     * @throws IllegalStateException when it is not there
     */
    void keep(Received file);

    /** No event names it, and none will. */
    void discard(Received file);

    /**
     * The bytes of a file of the shipment, as they are now; empty when there are none. Reading fails with {@link IOException} where some are
     * missing.
     */
    Optional<InputStream> open(ShipmentId shipment, Sha256 sha256);

    /** Copies that wait, by their ids, at most a hundred after one; the first ones after an empty text. */
    List<Waiting> waitingAfter(String id);

    /** An event names this copy after all. @throws IllegalStateException when it is not there */
    void keep(Waiting copy);

    /** Keeps others from claiming a copy that is still in the state in which it was seen; else nothing happens. */
    void doom(Waiting copy);

    /** Removes a copy that was doomed. */
    void remove(Waiting copy);
}
