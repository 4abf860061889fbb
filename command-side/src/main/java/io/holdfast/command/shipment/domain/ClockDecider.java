package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Decides commands on detained goods and on legal clocks. Each step of a clock is recorded once: a repeated attempt,
 * after a restart or from another node, is refused.
 */
record ClockDecider(Declared stage, Instant now, Function<String, IllegalTransitionException> illegal) {

    ShipmentEvent on(ClockCommand command) {
        return switch (command) {
            case DetainShipment c -> {
                if (isDetainedByLaw(stage, now)) {
                    throw illegal.apply("is too late: the goods are detained by law (19 CFR 151.16(b))");
                }
                yield new ShipmentDetained(c.shipmentId(), c.reason(), now);
            }
            case IssueDetentionNotice c ->
                new DetentionNoticeIssued(c.shipmentId(), c.noticeId(), c.addressee(), c.reason(), c.inquiries(), now);
            case WarnOfClock c -> {
                check(c, RunningClock::isToBeWarnedOf, "of which nobody is to be warned now");
                yield new ClockWarned(c.shipmentId(), c.clock(), c.due(), now);
            }
            case RecordClockBreach c -> {
                check(c, RunningClock::isOverUnrecorded, "whose time is not over, or was recorded as over");
                yield new ClockBreached(c.shipmentId(), c.clock(), c.due(), now);
            }
            case EscalateClockBreach c -> {
                check(c, (clock, _) -> clock.escalationDue(), "that is not over, or was escalated since");
                yield new Escalated(c.shipmentId(), c.clock() + " was due " + c.due(), now);
            }
        };
    }

    /** The time to decide is over, whether or not that has been recorded. */
    static boolean isDetainedByLaw(ShipmentState stage, Instant now) {
        return stage instanceof Declared d
                && d.details()
                        .clocks()
                        .find(LegalClock.DETENTION_DECISION)
                        .filter(clock -> clock.isOverUnrecorded(now))
                        .isPresent();
    }

    private void check(OfClock c, BiPredicate<RunningClock, Instant> allows, String otherwise) {
        RunningClock clock = stage.details()
                .clocks()
                .find(c.clock(), c.due())
                .orElseThrow(() -> illegal.apply("names a clock that does not run: " + c.clock()));
        if (!allows.test(clock, now)) {
            throw illegal.apply("names a clock " + otherwise + ": " + c.clock());
        }
    }
}
