package io.holdfast.command.shipment.domain;

import static io.holdfast.command.shipment.domain.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.Actor;
import io.holdfast.shipment.*;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Inspected;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever users try, in whatever order, is refused or leaves the shipment in a consistent state. */
class RandomWalksTest {
    private static final int STEPS = 150;
    private static final List<Actor> PEOPLE = List.of(ANN, BOB, SUE, PAT, at(ANN, "2704"), at(BOB, "1101"));

    @Property(tries = 300)
    void any_sequence_of_commands_is_refused_or_keeps_the_invariants(@ForAll long seed) {
        var random = new Random(seed);
        var lifecycle = new Lifecycle(
                Policies.REGULAR,
                _ -> new ScreeningDecision(SCREENING, random.nextBoolean() ? SelectionBasis.RULES : null),
                Cases.EVERYBODY);
        var history = new ArrayList<ShipmentEvent>();
        ShipmentState stage = ShipmentState.NEW;
        Instant now = NOW;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofHours(random.nextInt(48)));
            Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var command = command(random, stage);
            List<ShipmentEvent> events = tried(lifecycle, stage, command, new Act(actor, now));
            for (ShipmentEvent event : events) {
                stage = stage.after(event);
            }
            history.addAll(events);
            holdsTogether(stage, history);
            assertThat(stage(history.toArray(ShipmentEvent[]::new))).isEqualTo(stage);
        }
        everyClockThatWasStoppedTooLateIsOnRecord(history);
    }

    @Property(tries = 300)
    void any_order_of_events_can_be_replayed(@ForAll long seed) {
        var random = new Random(seed);
        ShipmentState stage = ShipmentState.NEW;
        for (int step = 0; step < STEPS; step++) {
            stage = stage.after(event(random));
        }
        assertThat(stage).isNotNull();
    }

    private static List<ShipmentEvent> tried(
            Lifecycle lifecycle, ShipmentState stage, ShipmentCommand command, Act act) {
        boolean couldBe =
                lifecycle.allowed(stage, act.at()).contains(command.getClass().getSimpleName());
        try {
            var events = lifecycle.decide(stage, command, act);
            assertThat(events.isEmpty()).isEqualTo(command instanceof ScreenShipment && stage != ShipmentState.NEW);
            assertThat(couldBe || events.isEmpty() || command instanceof OfClock)
                    .as("%s of %s", command, stage)
                    .isTrue();
            assertThat(events)
                    .allMatch(
                            event -> event.shipmentId().equals(ID) && event.at().equals(act.at()));
            return events;
        } catch (CommandRefusedException | InvalidValueException refused) {
            assertThat(refused).hasMessageNotContaining("null");
            return List.of();
        }
    }

    /** Checks invariants of a stage against its history by simpler means. */
    private static void holdsTogether(ShipmentState stage, List<ShipmentEvent> history) {
        if (!(stage instanceof Declared declared)) {
            assertThat(history).isEmpty();
            return;
        }
        Set<HoldId> holds = activeHolds(history);
        boolean examined = examinedSinceOpened(history);
        assertThat(declared.holds().keySet()).isEqualTo(holds);
        switch (declared.status()) {
            case TARGETED -> assertThat(holds.isEmpty() && !examined).isTrue();
            case HELD -> assertThat(!holds.isEmpty() && !examined).isTrue();
            case INSPECTED -> assertThat(examined).isTrue();
            case SEIZED -> assertThat(history).hasAtLeastOneElementOfType(ShipmentSeized.class);
            case RELEASED -> assertThat(holds).isEmpty();
        }
        if (declared instanceof Inspected i && i.pending() != null) {
            assertThat(SeizureGrounds.in(declared.details()) || corrected(history))
                    .isTrue();
        }
        if (declared instanceof Released r && r.pending() == null) {
            assertThat(r.details().assignee()).isNull();
        }
        everyDecisionHadTwoPeople(history);
        everyStepOfAClockWasTakenOnce(history);
    }

    private static void everyStepOfAClockWasTakenOnce(List<ShipmentEvent> history) {
        assertThat(history.stream().filter(ClockWarned.class::isInstance).map(ClockWarned.class::cast))
                .extracting(e -> e.clock() + " " + e.due())
                .doesNotHaveDuplicates();
        assertThat(history.stream().filter(ClockBreached.class::isInstance).map(ClockBreached.class::cast))
                .extracting(e -> e.clock() + " " + e.due())
                .doesNotHaveDuplicates();
    }

    /** Checked once at the end of a walk, because it folds the whole history. */
    private static void everyClockThatWasStoppedTooLateIsOnRecord(List<ShipmentEvent> history) {
        Clocks clocks = Clocks.NONE;
        for (ShipmentEvent event : history) {
            Clocks after = clocks.after(event);
            for (RunningClock clock : clocks.running()) {
                boolean stopped = after.find(clock.clock(), clock.due()).isEmpty();
                if (stopped && event.at().isAfter(clock.due()) && !(event instanceof ClockBreached)) {
                    assertThat(clock.breached()).as("%s by %s", clock, event).isTrue();
                }
            }
            clocks = after;
        }
    }

    private static Set<HoldId> activeHolds(List<ShipmentEvent> history) {
        var holds = new HashSet<HoldId>();
        for (ShipmentEvent event : history) {
            switch (event) {
                case HoldPlaced e -> holds.add(e.holdId());
                case HoldRemoved e -> holds.remove(e.holdId());
                default -> {}
            }
        }
        return holds;
    }

    private static boolean examinedSinceOpened(List<ShipmentEvent> history) {
        boolean examined = false;
        for (ShipmentEvent event : history) {
            examined = switch (event) {
                case ExamCompleted _ -> true;
                case RedeliveryApproved _ -> false;
                default -> examined;
            };
        }
        return examined;
    }

    private static boolean corrected(List<ShipmentEvent> history) {
        return history.stream().anyMatch(ExamResultCorrected.class::isInstance);
    }

    private static void everyDecisionHadTwoPeople(List<ShipmentEvent> history) {
        for (ShipmentEvent event : history) {
            switch (event) {
                case ShipmentSeized e -> assertThat(e.approvedBy()).isNotEqualTo(e.requestedBy());
                case RedeliveryApproved e -> assertThat(e.approvedBy()).isNotEqualTo(e.demandedBy());
                default -> {}
            }
        }
    }

    /** Mostly a command that fits the stage, sometimes one that does not; few different ids, so that they collide. */
    private static ShipmentCommand command(Random random, ShipmentState stage) {
        String n = String.valueOf(random.nextInt(3));
        return switch (random.nextInt(12)) {
            case 0 -> placeHold("h" + n);
            case 1 -> new RemoveHold(ID, new HoldId("h" + n), "resolved");
            case 2 -> new OrderExam(ID, new ExamId("e" + random.nextInt(60)), ExamType.TAILGATE, null, null);
            case 3 -> new StartExam(ID, anyExam(random, stage));
            case 4, 5 ->
                new CompleteExam(
                        ID, anyExam(random, stage), result(Finding.values()[random.nextInt(Finding.values().length)]));
            case 6 -> requestSeizure("q1");
            case 7 ->
                release(
                        ReleaseKind.values()[random.nextInt(3)],
                        random.nextBoolean() ? WaiverReason.TRUSTED_TRADER : null);
            case 8 -> new DemandRedelivery(ID, DEMAND, "late report");
            default -> {
                var commands = commandsFor(stage);
                yield commands.get(random.nextInt(commands.size()));
            }
        };
    }

    private static ExamId anyExam(Random random, ShipmentState stage) {
        var known = stage instanceof Declared d
                ? List.copyOf(d.details().exams().byId().keySet())
                : List.<ExamId>of();
        return known.isEmpty() ? EXAM : known.get(random.nextInt(known.size()));
    }

    private static ShipmentEvent event(Random random) {
        var events = List.of(
                targeted(),
                cleared(),
                held(),
                unheld(),
                ordered(),
                started(),
                examined(Finding.CONTRABAND_CONFIRMED),
                reported(Finding.CONTRABAND_CONFIRMED),
                requested(SeizureExtent.PARTIAL),
                seized(SeizureExtent.PARTIAL),
                released(ReleaseKind.REMAINDER, NOW),
                released(ReleaseKind.FULL, NOW),
                demanded(),
                calledBack(),
                claimed(ANN),
                new ShipmentTargeted(ID, null, SelectionBasis.MANUAL, null, "tip", NOW),
                new GoodsRemitted(ID, "P-1", "unaware", NOW),
                ticking(LegalClock.DETENTION_DECISION, NOW),
                ticking(LegalClock.CONDITIONAL_RELEASE, NOW),
                new ClockWarned(ID, LegalClock.DETENTION_DECISION, NOW, NOW),
                breached(LegalClock.DETENTION_DECISION, NOW),
                new Escalated(ID, "late", NOW),
                new ShipmentDetained(ID, "papers", NOW),
                new ExamWaived(ID, EXAM, WaiverReason.SAFETY_HAZARD, null, NOW));
        return events.get(random.nextInt(events.size()));
    }
}
