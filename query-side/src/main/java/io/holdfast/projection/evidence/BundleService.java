package io.holdfast.projection.evidence;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.evidence.CaseLog.Entry;
import io.holdfast.shipment.ShipmentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes bundles. They are too large for an answer to a question, and so are not asked for over the query bus. */
@Component
public class BundleService {
    private final CaseLog log;
    private final EventProofs proofs;
    private final EvidenceDownloads room;
    private final Clock clock;

    BundleService(CaseLog log, EventProofs proofs, EvidenceDownloads room, Clock clock) {
        this.log = log;
        this.proofs = proofs;
        this.room = room;
        this.clock = clock;
    }

    /**
     * The bundle of a case; empty when there is none in scope.
     *
     * @param withFiles whether the files of the evidence are to be in it, as far as they are kept here
     * @throws EvidenceAlteredException when one of them is not what was attached
     */
    public Optional<CaseBundle> bundle(ShipmentId shipment, PortScope scope, boolean withFiles) {
        List<Entry> entries = log.of(shipment, scope);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(CaseBundle.of(shipment, entries, withFiles, proofs, room, clock));
    }
}
