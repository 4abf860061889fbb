package io.holdfast.command.automation;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.runtime.log.LogHistory;
import io.holdfast.runtime.log.LogMark;
import io.holdfast.shipment.ShipmentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.io.IOUtils;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the clock book up to the end of the event log, in batches. An event that is delivered twice, or to two nodes,
 * counts once. A shipment with an unreadable event is parked, and the others go on. When the log was replaced, the book
 * is rebuilt.
 */
final class ClockBookUpdater {
    private static final Logger LOG = LoggerFactory.getLogger(ClockBookUpdater.class);
    private static final int BATCH = 500;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final LogHistory history;
    private final ClockBook book;
    private final ParkedClocks parking;

    ClockBookUpdater(StreamableMessageSource<TrackedEventMessage<?>> log, ClockBook book, ParkedClocks parking) {
        this.log = log;
        this.history = new LogHistory(log);
        this.book = book;
        this.parking = parking;
    }

    /** Reads up to the end of the log. */
    synchronized void catchUp() { // concurrent rounds of a node would each rebuild the book
        LogMark reached = book.reached();
        var stream = openAfter(reached);
        try {
            // Checked after opening: opening may be what detects that the log was replaced; later replacements make the
            // stream itself fail.
            if (isOfAnotherLog(reached)) {
                IOUtils.closeQuietly(stream);
                stream = openAfter(book.reached());
            }
            while (stream.hasNextAvailable()) {
                batch(stream);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            IOUtils.closeQuietly(stream);
        }
    }

    private BlockingStream<TrackedEventMessage<?>> openAfter(LogMark mark) {
        return log.openStream(mark.position() < 0 ? null : new GlobalSequenceTrackingToken(mark.position()));
    }

    private boolean isOfAnotherLog(LogMark reached) {
        var departure = history.departure(reached);
        departure.ifPresent(why -> {
            LOG.warn("The book of legal clocks {}. It is written anew from the first event", why);
            book.clear();
        });
        return departure.isPresent();
    }

    private void batch(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        LogMark last = LogMark.START;
        var events = new ArrayList<BookedEvent>();
        for (int n = 0; n < BATCH && stream.hasNextAvailable(); n++) {
            var message = stream.nextAvailable();
            last = new LogMark(LogHistory.position(message), message.getIdentifier());
            booked(message, last.position(), events);
        }
        write(events);
        book.reached(last);
    }

    private void booked(TrackedEventMessage<?> message, long position, List<BookedEvent> events) {
        if (message instanceof DomainEventMessage<?> domain) {
            try {
                BookedEvent.of(domain).ifPresent(events::add);
            } catch (RuntimeException unreadable) {
                // Whatever reading throws must stop this shipment only.
                parking.unreadable(domain, position, unreadable);
            }
        }
    }

    private void write(List<BookedEvent> events) {
        List<BookedEvent> left = events;
        while (!left.isEmpty()) {
            var shipments = left.stream().map(BookedEvent::shipment).distinct().toList();
            Map<ShipmentId, Known> before = book.known(shipments);
            Collection<ShipmentId> lost = book.write(before, changed(left, before));
            left = left.stream().filter(e -> lost.contains(e.shipment())).toList();
        }
    }

    /** The changed shipments; a shipment gets a document only once it has a clock. */
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
