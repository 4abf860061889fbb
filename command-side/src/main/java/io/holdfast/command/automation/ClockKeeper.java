package io.holdfast.command.automation;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.shipment.Clocks;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.axonframework.common.io.IOUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Brings the book up to the end of the event log, in batches; delivered twice or by two nodes, an event counts once. */
final class ClockKeeper {
    private static final int BATCH = 500;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final ClockBook book;

    ClockKeeper(StreamableMessageSource<TrackedEventMessage<?>> log, ClockBook book) {
        this.log = log;
        this.book = book;
    }

    /** Reads until the log has no more. */
    void catchUp() {
        long from = book.position();
        var stream = log.openStream(from < 0 ? null : new GlobalSequenceTrackingToken(from));
        try {
            while (stream.hasNextAvailable()) {
                long last = from;
                var events = new ArrayList<BookedEvent>();
                for (int n = 0; n < BATCH && stream.hasNextAvailable(); n++) {
                    var message = stream.nextAvailable();
                    last = position(message).orElse(last);
                    booked(message, events);
                }
                write(events);
                book.reached(last);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }

    private static OptionalLong position(TrackedEventMessage<?> message) {
        return Objects.requireNonNull(message.trackingToken()).position();
    }

    /** An event of another type is not even deserialised. */
    private static void booked(TrackedEventMessage<?> message, List<BookedEvent> events) {
        if (message instanceof DomainEventMessage<?> domain
                && Clocks.TOLD_BY.contains(message.getPayloadType())
                && message.getPayload() instanceof ShipmentEvent event) {
            events.add(new BookedEvent(event, domain.getSequenceNumber() + 1));
        }
    }

    private void write(List<BookedEvent> events) {
        var left = events;
        while (!left.isEmpty()) {
            var shipments = left.stream().map(BookedEvent::shipment).distinct().toList();
            Map<ShipmentId, Known> before = book.known(shipments);
            Collection<ShipmentId> lost = book.write(before, changed(left, before));
            left = left.stream().filter(e -> lost.contains(e.shipment())).toList();
        }
    }

    /** A shipment without clocks is not worth a line until it has one. */
    private static Map<ShipmentId, Known> changed(List<BookedEvent> events, Map<ShipmentId, Known> before) {
        var after = new LinkedHashMap<>(before);
        for (BookedEvent event : events) {
            Known next = event.after(after.getOrDefault(event.shipment(), Known.NOTHING));
            if (after.containsKey(event.shipment()) || !next.clocks().running().isEmpty()) {
                after.put(event.shipment(), next);
            }
        }
        var changed = new HashMap<>(after);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        return changed;
    }
}
