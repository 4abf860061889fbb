package io.holdfast.projection.evidence;

import io.holdfast.runtime.evidence.Digests;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands files out that still are what was attached; no byte leaves of one that is not. */
@Component
public class EvidenceDownloads {
    private final EvidenceFiles files;

    EvidenceDownloads(EvidenceFiles files) {
        this.files = files;
    }

    /**
     * Reads a file through, before the first byte of it is handed out.
     *
     * @return whether it is kept here
     * @throws EvidenceAlteredException when it is not what the event says
     */
    public boolean holds(ShipmentId shipment, Evidence evidence) {
        Optional<InputStream> file = files.open(shipment, evidence.sha256());
        if (file.isEmpty()) {
            return false;
        }
        try (var bytes = file.get()) {
            if (!Digests.of(bytes).equals(evidence.sha256())) {
                throw new EvidenceAlteredException(shipment, evidence);
            }
            return true;
        } catch (IOException missing) {
            throw new EvidenceAlteredException(shipment, evidence);
        }
    }

    /** Writes a file that is held. @throws IOException when that fails, or the file is gone meanwhile */
    public void handOut(ShipmentId shipment, Evidence evidence, OutputStream out) throws IOException {
        try (var bytes = files.open(shipment, evidence.sha256())
                .orElseThrow(() -> new IOException("A file of evidence is gone"))) {
            bytes.transferTo(out);
        }
    }
}
