package io.holdfast.command.automation;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.command.automation.ClockBook.Page;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.InvalidValueException;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks shipments whose clocks cannot be driven, because an event cannot be read or a command fails unexpectedly. Each
 * is logged once, does not affect other shipments, and is retried automatically at growing intervals.
 */
final class ParkedClocks {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedClocks.class);
    private static final int AT_ONCE = 100;

    private final EventStore log;
    private final ClockBook book;
    private final Clock clock;

    ParkedClocks(EventStore log, ClockBook book, Clock clock) {
        this.log = log;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Parks the shipment of an unreadable event. Events of rule sets and drafts are ignored here: those have no clocks.
     */
    void unreadable(DomainEventMessage<?> event, long position, RuntimeException failure) {
        shipment(event)
                .ifPresent(id -> park(new ParkedItem(
                        id.value(),
                        event.getSequenceNumber() + 1,
                        position,
                        UnreadEvents.type(event),
                        clock.instant(),
                        UnreadEvents.reason(failure))));
    }

    private static Optional<ShipmentId> shipment(DomainEventMessage<?> event) {
        if (!"ShipmentAggregate".equals(event.getType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ShipmentId(event.getAggregateIdentifier()));
        } catch (InvalidValueException noShipment) {
            return Optional.empty();
        }
    }

    /** Parks a shipment after a step failed unexpectedly. */
    void failed(Page page, String step, RuntimeException failure) {
        String id = page.shipment().value();
        park(
                failure instanceof UnreadableEventException event
                        ? new ParkedItem(
                                id, event.version(), null, event.type(), clock.instant(), UnreadEvents.reason(event))
                        : new ParkedItem(id, null, null, step, clock.instant(), UnreadEvents.reason(failure)));
    }

    private void park(ParkedItem item) {
        if (book.park(item)) {
            LOG.warn(
                    "The legal clocks of {} are parked: event {} ({}, position {}): {}. Those of the others go on; this one is"
                            + " tried again by itself, and at POST /api/v1/admin/readers/{}/retry",
                    item.aggregate(),
                    item.version(),
                    item.type(),
                    item.position(),
                    item.reason(),
                    LegalClocks.NAME);
        }
    }

    /** Reads the shipments that are due for a retry from the log, and resumes those that can be read. */
    void retry() {
        for (ShipmentId shipment : book.toRetry(clock.instant(), AT_ONCE)) {
            Known known = read(shipment);
            if (known != null) {
                book.release(shipment, known);
            }
        }
    }

    /** The clocks of the shipment; null when it had to be parked again. */
    private @Nullable Known read(ShipmentId shipment) {
        Known known = Known.NOTHING;
        long seen = 0;
        try {
            DomainEventStream events = log.readEvents(shipment.value(), 0);
            while (events.hasNext()) {
                BookedEvent event = BookedEvent.of(events.next()).orElse(null);
                known = event == null ? known : event.after(known);
                seen++;
            }
            return known;
        } catch (RuntimeException unreadable) {
            if (!UnreadEvents.isOfReading(unreadable)) {
                throw unreadable;
            }
            String reason = UnreadEvents.reason(unreadable);
            park(new ParkedItem(shipment.value(), seen + 1, null, "unknown", clock.instant(), reason));
            return null;
        }
    }
}
