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

/** Serves files of evidence, but not a single byte of one that has changed since it was attached. */
@Component
public class EvidenceDownloads {
    private final EvidenceFiles files;

    EvidenceDownloads(EvidenceFiles files) {
        this.files = files;
    }

    /**
     * Reads and checks the whole file, before its first byte is served.
     *
     * @return whether the file is stored here
     * @throws EvidenceAlteredException if it does not match the digest in the event
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

    /**
     * Writes a file that has been checked.
     *
     * @throws IOException if writing fails or the file has since been removed
     */
    public void handOut(ShipmentId shipment, Evidence evidence, OutputStream out) throws IOException {
        try (var bytes = files.open(shipment, evidence.sha256())
                .orElseThrow(() -> new IOException("A file of evidence is gone"))) {
            bytes.transferTo(out);
        }
    }
}
