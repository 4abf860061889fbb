package io.holdfast.shipment.clock;

import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.clock.RunningClock.State;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The legal clocks of a case, folded from its events. The fold is total: no order of events makes it fail. Command
 * side, query side and automations all use this fold, so they always agree about the clocks.
 *
 * @param running the clocks that are running, at most one of each kind, in the order of {@link LegalClock}
 */
public record Clocks(List<RunningClock> running) {
    /** Before the first event. */
    public static final Clocks NONE = new Clocks(List.of());

    /** The events that can change clocks; code that reads the whole log can skip all others. */
    public static final Set<Class<? extends ShipmentEvent>> TOLD_BY = Set.of(
            ClockStarted.class,
            ClockWarned.class,
            ClockBreached.class,
            Escalated.class,
            ShipmentDetained.class,
            DetentionNoticeIssued.class,
            ShipmentReleased.class,
            ShipmentSeized.class,
            RedeliveryDemanded.class,
            RedeliveryApproved.class);

    public Clocks {
        running = running.stream()
                .sorted(Comparator.comparing(RunningClock::clock))
                .toList();
    }

    /** The clocks after this event. */
    public Clocks after(ShipmentEvent event) {
        return switch (event) {
            case ClockStarted e -> started(new RunningClock(e.clock(), e.due(), e.warnFrom(), State.RUNNING));
            case ClockWarned e -> with(e.clock(), e.due(), clock -> clock.reaching(State.WARNED));
            case ClockBreached e when e.clock().lapses() -> without(e.clock());
            case ClockBreached e -> with(e.clock(), e.due(), clock -> clock.reaching(State.BREACHED));
            case Escalated _ -> escalated();
            default -> stoppedBy(event);
        };
    }

    /** The clock of this kind and due time, if it is running. */
    public Optional<RunningClock> find(LegalClock kind, Instant due) {
        return find(kind).filter(clock -> clock.due().equals(due));
    }

    /** The clock of this kind, if it is running. */
    public Optional<RunningClock> find(LegalClock kind) {
        return running.stream().filter(clock -> clock.clock() == kind).findFirst();
    }

    private Clocks started(RunningClock clock) {
        var more = new ArrayList<>(without(clock.clock()).running);
        more.add(clock);
        return new Clocks(more);
    }

    private Clocks without(LegalClock kind) {
        return new Clocks(
                running.stream().filter(clock -> clock.clock() != kind).toList());
    }

    private Clocks stoppedBy(ShipmentEvent event) {
        boolean none = running.stream().noneMatch(clock -> clock.isStoppedBy(event));
        return none
                ? this
                : new Clocks(running.stream()
                        .filter(clock -> !clock.isStoppedBy(event))
                        .toList());
    }

    private Clocks with(LegalClock kind, Instant due, UnaryOperator<RunningClock> change) {
        return new Clocks(running.stream()
                .map(clock -> clock.clock() == kind && clock.due().equals(due) ? change.apply(clock) : clock)
                .toList());
    }

    private Clocks escalated() {
        return new Clocks(running.stream()
                .map(clock -> clock.escalationDue() ? clock.reaching(State.ESCALATED) : clock)
                .toList());
    }
}
