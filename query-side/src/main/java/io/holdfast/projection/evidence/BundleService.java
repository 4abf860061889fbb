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
        var events = new ArrayList<String>();
        var files = new LinkedHashMap<Long, EvidenceAttached>();
        boolean seen = log.tell(shipment, scope, entry -> {
            events.add(entry.id());
            if (withFiles
                    && entry.event() instanceof EvidenceAttached attached
                    && room.holds(shipment, attached.evidence())) {
                files.put(entry.version(), attached);
            }
        });
        return seen ? Optional.of(new CaseBundle(shipment, events, files, proofs, room, clock)) : Optional.empty();
    }
}
