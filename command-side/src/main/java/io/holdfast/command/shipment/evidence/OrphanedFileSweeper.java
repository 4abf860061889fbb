package io.holdfast.command.shipment.evidence;

import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.EvidenceFiles.State;
import io.holdfast.runtime.evidence.EvidenceFiles.Waiting;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Settles files whose process ended between storing and naming them: the log shows whether they belong to a case. A
 * stored copy is examined once it has not changed for a set time; it is marked as doomed first, which fails when its
 * state has advanced, and removed in a later round.
 */
final class OrphanedFileSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedFileSweeper.class);

    private final EvidenceFiles files;
    private final EventStore log;
    private final Clock clock;
    private final EvidenceProperties properties;
    private final SignsOfLife signs;

    /** @param nanos a monotonic time source, such as {@link System#nanoTime} */
    OrphanedFileSweeper(
            EvidenceFiles files, EventStore log, Clock clock, LongSupplier nanos, EvidenceProperties properties) {
        this.files = files;
        this.log = log;
        this.clock = clock;
        this.properties = properties;
        this.signs = new SignsOfLife(nanos, properties.abandonedAfter());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void settle() {
        signs.beginRound();
        List<Waiting> some = files.waitingAfter("");
        while (!some.isEmpty()) {
            some.forEach(this::settle);
            some = files.waitingAfter(some.getLast().id());
        }
        signs.endRound();
    }

    /** A file that cannot be settled does not hold up the others. */
    private void settle(Waiting copy) {
        try {
            if (!signs.areThereOf(copy)) {
                decide(copy);
            }
        } catch (RuntimeException unsettled) {
            LOG.warn(
                    "A file of {} (copy {}, {}) waits on to be settled: {}",
                    copy.shipment(),
                    copy.id(),
                    copy.state(),
                    unsettled.toString());
        }
    }

    private void decide(Waiting copy) {
        if (isNamed(copy)) {
            files.keep(copy);
        } else if (copy.state() == State.DOOMED) {
            files.remove(copy);
        } else if (copy.state() == State.KEEPING) {
            LOG.error("A file of {} is kept, and no event names it: copy {}", copy.shipment(), copy.id());
        } else if (copy.state() != State.CLAIMED || isLongInDoubt(copy)) {
            files.doom(copy);
        }
    }

    /**
     * Whether it was claimed longer ago than the limit; until then its command may still run, even in a process that
     * was suspended.
     */
    private boolean isLongInDoubt(Waiting copy) {
        return copy.since().isBefore(clock.instant().minus(properties.inDoubtFor()));
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
