package io.holdfast.projection.casefile;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.query.AsOf;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.Line;
import io.holdfast.query.ReadCaseList;
import io.holdfast.query.ReadCaseList.Page;
import io.holdfast.runtime.json.EventName;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rebuilds past case files and lists the history of a case, by reading the events of the shipment from the log. */
@Component
class CaseHistory {
    private final EventStore events;

    CaseHistory(EventStore events) {
        this.events = events;
    }

    /**
     * The case file as it was at a version or moment, whatever its port; empty if it did not exist then.
     *
     * @throws UnreadableEventException if one of the events up to then cannot be read
     */
    Optional<CaseFile> find(ShipmentId shipment, AsOf asOf) {
        return UnreadEvents.naming(events, shipment.value(), () -> read(shipment, asOf));
    }

    private Optional<CaseFile> read(ShipmentId shipment, AsOf asOf) {
        // Start at 0 explicitly: without a number, a snapshot of the aggregate might be returned instead of its events.
        DomainEventStream stream = events.readEvents(shipment.value(), 0);
        CaseFile file = null;
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (!(message.getPayload() instanceof ShipmentEvent event)
                    || !counts(asOf, message.getSequenceNumber() + 1, event)) {
                break;
            }
            file = after(file, message, event);
        }
        return Optional.ofNullable(file).filter(found -> isWhole(asOf, found));
    }

    /**
     * A page of the history of a case, whatever its port.
     *
     * @throws UnreadableEventException if one of its events cannot be read
     */
    Page page(ReadCaseList question) {
        return UnreadEvents.naming(events, question.shipment().value(), () -> lines(question));
    }

    /** Reads the lines of a page. Versions have no gaps, so a page is a range of versions. */
    private Page lines(ReadCaseList question) {
        String shipment = question.shipment().value();
        long end = events.lastSequenceNumberFor(shipment).orElse(-1L) + 1;
        Long after = question.after();
        if (question.newestFirst()) {
            long to = after == null ? end : Math.clamp(after - 1, 0, end);
            long from = Math.max(0, to - question.limit());
            return page(lines(shipment, from, to).reversed(), from > 0);
        }
        long from = after == null ? 0 : Math.min(after, end);
        long to = Math.min(end, from + question.limit());
        return page(lines(shipment, from, to), to < end);
    }

    private static Page page(List<Line> lines, boolean more) {
        return new Page(lines, more ? Long.toString(lines.getLast().version()) : null);
    }

    /**
     * The lines of a range.
     *
     * @param to the first sequence number that is not read
     */
    private List<Line> lines(String shipment, long from, long to) {
        var lines = new ArrayList<Line>();
        DomainEventStream stream = events.readEvents(shipment, from);
        while (lines.size() < to - from && stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (message.getPayload() instanceof ShipmentEvent event) {
                Act act = act(message, event);
                lines.add(new Line(act.version(), name(event), act.at(), act.by()));
            }
        }
        return lines;
    }

    private static boolean counts(AsOf asOf, long version, ShipmentEvent event) {
        return switch (asOf) {
            case AsOf.Version(long last) -> version <= last;
            case AsOf.Moment(var moment) -> !event.at().isAfter(moment);
        };
    }

    private static boolean isWhole(AsOf asOf, CaseFile found) {
        return !(asOf instanceof AsOf.Version(long last)) || found.version() == last;
    }

    private static @Nullable CaseFile after(
            @Nullable CaseFile before, DomainEventMessage<?> message, ShipmentEvent event) {
        return CaseFold.fold(before, event, name(event), act(message, event)).orElse(null);
    }

    private static String name(ShipmentEvent event) {
        return EventNames.of(event.getClass()).map(EventName::name).orElseThrow();
    }

    private static Act act(DomainEventMessage<?> message, ShipmentEvent event) {
        Object by = message.getMetaData().get(MetadataKeys.ACTOR);
        return new Act(message.getSequenceNumber() + 1, event.at(), by == null ? null : by.toString());
    }
}
