package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Actor;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.targeting.Screening;
import io.holdfast.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Interleaved histories of many shipments, decided by the lifecycle itself: users and clocks send commands, and the
 * resulting events are recorded. Refused commands leave no trace. The same seed always gives the same history.
 */
public final class Histories {
    /** The time of the first command. */
    public static final Instant START = Instant.parse("2026-09-29T22:00:00Z");

    private static final List<Actor> PEOPLE = List.of(Cases.ANN, Cases.BOB, Cases.SUE, Cases.PAT);
    private static final int ATTEMPTS = 20;

    private final Random random;
    private final LikelyCommands likely;
    private final Lifecycle lifecycle;
    private final Map<ShipmentId, ShipmentState> states = new HashMap<>();
    private final List<ShipmentEvent> events = new ArrayList<>();
    private Instant now = START;

    private Histories(long seed, String prefix, int shipments) {
        this.random = new Random(seed);
        this.likely = new LikelyCommands(random, prefix, shipments);
        this.lifecycle = new Lifecycle(Policies.REGULAR, _ -> decided(), Cases.EVERYBODY);
    }

    /** At least {@code steps} events of {@code shipments} shipments. */
    public static List<ShipmentEvent> of(long seed, int shipments, int steps) {
        return of(seed, shipments, steps, "W" + seed + "-");
    }

    /** The same, with identifiers that begin with {@code prefix}. */
    public static List<ShipmentEvent> of(long seed, int shipments, int steps, String prefix) {
        var histories = new Histories(seed, prefix, shipments);
        while (histories.events.size() < steps) {
            histories.now = histories.now.plus(Duration.ofSeconds(histories.random.nextInt(3600 * 9)));
            histories.step(histories.likely.anyShipment());
        }
        return List.copyOf(histories.events);
    }

    /** A declaration in which only the shipment and the port matter. */
    public static Declaration declaration(ShipmentId id, String port) {
        return Cases.declaration(id, port, LocalDate.of(2026, 9, 29));
    }

    /** The screening of a declaration by rules that share the score; they select from a score of 10. */
    public static Screening screening(double score, double propensity, String... rules) {
        return Cases.screening(score, propensity, rules);
    }

    private ScreeningDecision decided() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new ScreeningDecision(screening(5, 0.02, "weak"), null);
            case 2 -> new ScreeningDecision(screening(5, 0.02, "weak"), SelectionBasis.RANDOM);
            default ->
                new ScreeningDecision(screening(10 + random.nextInt(30), 1, "precursor", "weak"), SelectionBasis.RULES);
        };
    }

    /** Sends the commands that the case's clocks require by now, then one from a user. */
    private void step(ShipmentId id) {
        if (state(id) instanceof Declared declared) {
            declared.details().clocks().running().forEach(clock -> remind(id, clock));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Actor somebody = PEOPLE.get(random.nextInt(PEOPLE.size()));
            if (isObeyed(likely.next(id, state(id), now), somebody)) {
                return;
            }
        }
    }

    private void remind(ShipmentId id, RunningClock clock) {
        if (clock.isToBeWarnedOf(now)) {
            isObeyed(new WarnOfClock(id, clock.clock(), clock.due()), Actor.system());
        } else if (clock.isOverUnrecorded(now)) {
            isObeyed(new RecordClockBreach(id, clock.clock(), clock.due()), Actor.system());
        } else if (clock.escalationDue()) {
            isObeyed(new EscalateClockBreach(id, clock.clock(), clock.due()), Actor.system());
        }
    }

    private boolean isObeyed(ShipmentCommand command, Actor actor) {
        var act = new Act(actor, now);
        try {
            var decided = new ArrayList<>(lifecycle.decide(state(command.shipmentId()), command, act));
            if (command instanceof LinkCases link) {
                decided.addAll(lifecycle.linkedBack(state(link.other()), link, act));
            }
            decided.forEach(this::happened);
            return true;
        } catch (CommandRefusedException | InvalidValueException refused) {
            return false;
        }
    }

    private void happened(ShipmentEvent event) {
        events.add(event);
        states.put(event.shipmentId(), state(event.shipmentId()).after(event));
    }

    private ShipmentState state(ShipmentId id) {
        return states.getOrDefault(id, ShipmentState.NEW);
    }
}
