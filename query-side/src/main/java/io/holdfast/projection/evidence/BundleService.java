package io.holdfast.projection.evidence;

import io.holdfast.actor.PortScope;
import io.holdfast.eventstore.api.EventProofs;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes case bundles. They are too large for the query bus, so callers use this service directly. */
@Component
public class BundleService {
    private final CaseLog log;
    private final EventProofs proofs;
    private final EvidenceDownloads downloads;
    private final Clock clock;

    BundleService(CaseLog log, EventProofs proofs, EvidenceDownloads downloads, Clock clock) {
        this.log = log;
        this.proofs = proofs;
        this.downloads = downloads;
        this.clock = clock;
    }

    /**
     * The bundle of a case; empty if there is no such case in scope.
     *
     * @param withFiles whether to include the files of evidence that are stored here
     * @throws EvidenceAlteredException if a file is no longer what was attached
     */
    public Optional<CaseBundle> bundle(ShipmentId shipment, PortScope scope, boolean withFiles) {
        var events = new ArrayList<String>();
        var files = new LinkedHashMap<Long, EvidenceAttached>();
        boolean seen = log.tell(shipment, scope, entry -> {
            events.add(entry.id());
            if (withFiles
                    && entry.event() instanceof EvidenceAttached attached
                    && downloads.holds(shipment, attached.evidence())) {
                files.put(entry.version(), attached);
            }
        });
        return seen ? Optional.of(new CaseBundle(shipment, events, files, proofs, downloads, clock)) : Optional.empty();
    }
}
