package io.holdfast.benchmarks.queues;

import io.holdfast.actor.UserId;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.Technique;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.Claimed;
import io.holdfast.shipment.event.ShipmentEvent.Escalated;
import io.holdfast.shipment.event.ShipmentEvent.ExamCompleted;
import io.holdfast.shipment.event.ShipmentEvent.ExamOrdered;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import io.holdfast.shipment.event.ShipmentEvent.OperationAssigned;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentReleased;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.shipment.event.ShipmentEvent.Snoozed;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import io.holdfast.value.TransportMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Creates histories of cases as in a country with 50 ports: half wait for triage, a fifth is held, a fifth under exam;
 * some are examined or closed. One in 20 is assigned, one in 50 is snoozed, one in 100 escalated. The same number
 * always gives the same history.
 */
final class CaseSource {
    static final int PORTS = 50;
    static final int OFFICERS = 2_000;
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");
    private static final RuleSetRef RULES = new RuleSetRef(1, new Sha256("ab".repeat(32)));
    private static final Mass MASS = Mass.ofKilograms("839.7");
    private static final Money VALUE = Money.of("2177.63", "USD");

    /** Below every position of the log, so that an event appended during the run is always later. */
    private static final long FIRST_POSITION = -9_000_000_000L;

    private long position = FIRST_POSITION;

    static PortCode port(int number) {
        return new PortCode(Integer.toString(4700 + number % PORTS));
    }

    static UserId officer(int number) {
        return new UserId("officer-" + number % OFFICERS);
    }

    static ShipmentId shipment(int number) {
        return new ShipmentId("HF26-%07d".formatted(number));
    }

    /** The events of a case in the form that projections receive. */
    List<ProjectedEvent> history(int number) {
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        var projected = new ArrayList<ProjectedEvent>();
        for (ShipmentEvent event : events(shipment(number), number, random)) {
            projected.add(new ProjectedEvent(
                    event,
                    "bench-" + position,
                    "bench#1",
                    event.shipmentId().value(),
                    projected.size() + 1L,
                    position++,
                    event.at(),
                    Map.of()));
        }
        return projected;
    }

    private static List<ShipmentEvent> events(ShipmentId id, int number, Random random) {
        Instant at = START.plusSeconds(random.nextInt(50 * 86_400));
        var events = new ArrayList<ShipmentEvent>(List.of(targeted(id, number, random, at)));
        int stage = random.nextInt(100);
        if (stage >= 50 && stage < 97) {
            hold(events, id, stage, at);
        }
        if (stage >= 97) {
            events.add(
                    new ShipmentReleased(id, ReleaseKind.FULL, null, "Nothing speaks against it", at.plusSeconds(60)));
            return events;
        }
        if (random.nextInt(20) == 0) {
            events.add(new Claimed(id, officer(random.nextInt(OFFICERS)), null, at.plusSeconds(7_200)));
        }
        if (random.nextInt(100) == 0) {
            events.add(new Escalated(id, "Not decided in time", at.plusSeconds(7_300)));
        }
        if (random.nextInt(20) == 0) {
            events.add(new OperationAssigned(id, "Blue Lotus", at.plusSeconds(7_400)));
        }
        if (random.nextInt(50) == 0) {
            events.add(new Snoozed(id, FAR, "Waits for papers", at.plusSeconds(7_500)));
        }
        return events;
    }

    private static void hold(List<ShipmentEvent> events, ShipmentId id, int stage, Instant at) {
        events.add(new HoldPlaced(
                id, new HoldId("h-" + id), HoldType.MANIFEST, null, "Weight", "Pier 4", at.plusSeconds(600)));
        if (stage >= 70) {
            var exam = new ExamId("e-" + id);
            events.add(new ExamOrdered(id, exam, ExamType.INTENSIVE, null, "Look inside", at.plusSeconds(900)));
            if (stage >= 90) {
                var result = new ExamResult(
                        List.of(Finding.NO_DISCREPANCY), List.of(Technique.CANINE), List.of(), List.of(), null);
                events.add(new ExamCompleted(id, exam, result, at.plusSeconds(1_800)));
            }
        }
    }

    private static ShipmentTargeted targeted(ShipmentId id, int number, Random random, Instant at) {
        var declaration = new Declaration(
                id,
                LocalDate.of(2026, 10, 1),
                port(number),
                TransportMode.MARITIME,
                new PartyId("BRK" + random.nextInt(500)),
                null,
                null,
                null,
                new Hs6("293333"),
                new CountryCode("CN"),
                new CountryCode("CN"),
                MASS,
                VALUE,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        var rule = new FiredRule(new RuleId("precursor"), 10 + random.nextInt(25), "Look for precursors");
        var screening = new Screening(RULES, rule.weight(), 10, List.of(rule), 1);
        return new ShipmentTargeted(id, declaration, SelectionBasis.RULES, screening, null, at);
    }
}
