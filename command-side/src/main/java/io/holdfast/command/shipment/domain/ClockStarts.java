package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Exam;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Released;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which legal clocks start with an event. Goods are presented for examination when an exam starts in which the
 * goods themselves can be viewed; an image of a closed container or a review of documents does not count, and goods
 * detained for another agency are not subject to these periods (19 CFR 151.16(a) and (b); docs/decisions/0011).
 */
record ClockStarts(LegalPeriods periods, RedeliveryPeriod redelivery) {

    /**
     * The events, each followed by the clocks that start with it. Stopping a clock too late does not undo a breach that
     * has not been recorded yet: the breach is recorded first.
     */
    List<ShipmentEvent> following(Declared before, List<ShipmentEvent> events, Instant now) {
        var all = new ArrayList<ShipmentEvent>(missed(before, events, now));
        ShipmentState stage = before;
        for (ShipmentEvent event : events) {
            all.add(event);
            if (stage instanceof Declared declared) {
                all.addAll(begun(declared, event));
            }
            stage = stage.after(event);
        }
        return all;
    }

    private static List<ClockBreached> missed(Declared d, List<ShipmentEvent> events, Instant now) {
        return d.details().clocks().running().stream()
                .filter(clock -> clock.isOverUnrecorded(now))
                .filter(clock -> events.stream().anyMatch(clock::isStoppedBy))
                .map(clock ->
                        new ClockBreached(d.details().declaration().shipmentId(), clock.clock(), clock.due(), now))
                .toList();
    }

    private List<ClockStarted> begun(Declared d, ShipmentEvent event) {
        return switch (event) {
            case ExamStarted e
            when presents(d, e) ->
                List.of(
                        businessDays(d, LegalClock.DETENTION_DECISION, e, e.at()),
                        days(d, LegalClock.DEEMED_EXCLUSION, e));
            case ShipmentDetained e -> List.of(businessDays(d, LegalClock.DETENTION_NOTICE, e, e.at()));
            case ClockBreached e
            when e.clock() == LegalClock.DETENTION_DECISION ->
                List.of(businessDays(d, LegalClock.DETENTION_NOTICE, e, e.due()));
            case ShipmentReleased e
            when e.kind() == ReleaseKind.CONDITIONAL -> List.of(callable(LegalClock.CONDITIONAL_RELEASE, e, e.at()));
            case RedeliveryDemanded e
            when d instanceof Released r -> List.of(callable(LegalClock.REDELIVERY, e, r.since()));
            default -> List.of();
        };
    }

    /** Goods are presented once: a further exam in the same opening does not extend the time. */
    private static boolean presents(Declared d, ExamStarted e) {
        boolean viewed = d.details().exams().byId().get(e.examId()) instanceof Exam.Ordered(var type)
                && switch (type) {
                    case TAILGATE, PARTIAL, INTENSIVE -> true;
                    case DOCUMENT_REVIEW, NON_INTRUSIVE, PARTNER_AGENCY -> false;
                };
        return viewed && d.details().clocks().find(LegalClock.DEEMED_EXCLUSION).isEmpty();
    }

    private ClockStarted businessDays(Declared d, LegalClock clock, ShipmentEvent event, Instant from) {
        var port = d.details().declaration().port();
        return periods.businessDays(event.shipmentId(), port, clock, from, event.at());
    }

    private ClockStarted days(Declared d, LegalClock clock, ShipmentEvent event) {
        var port = d.details().declaration().port();
        return periods.days(event.shipmentId(), port, clock, event.at(), event.at());
    }

    private ClockStarted callable(LegalClock clock, ShipmentEvent event, Instant released) {
        return periods.until(event.shipmentId(), clock, released.plus(redelivery.length()), event.at());
    }
}
