package io.holdfast.command.evidence;

import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.EvidenceFiles.Waiting;
import io.holdfast.shipment.ShipmentEvent.EvidenceAttached;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.scheduling.annotation.Scheduled;

/** Settles files whose process ended between storing and naming them: the log says whether they belong to a case. */
final class WhenNoEventNamesAFileThenRemoveIt {
    private final EvidenceFiles files;
    private final EventStore log;
    private final Clock clock;
    private final Duration patience;

    /** @param patience more than any upload and its command take */
    WhenNoEventNamesAFileThenRemoveIt(EvidenceFiles files, EventStore log, Clock clock, Duration patience) {
        this.files = files;
        this.log = log;
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void settle() {
        List<Waiting> some;
        do {
            some = files.waitingSince(clock.instant().minus(patience));
            for (Waiting copy : some) {
                if (isNamed(copy)) {
                    files.keep(copy);
                } else {
                    files.discard(copy);
                }
            }
        } while (!some.isEmpty());
    }

    private boolean isNamed(Waiting copy) {
        return copy.sha256() != null
                && log.readEvents(copy.shipment().value(), 0)
                        .asStream()
                        .map(EventMessage::getPayload)
                        .anyMatch(event -> event instanceof EvidenceAttached attached
                                && attached.evidence().sha256().equals(copy.sha256()));
    }
}
