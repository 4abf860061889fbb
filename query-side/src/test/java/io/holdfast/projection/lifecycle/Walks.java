package io.holdfast.projection.lifecycle;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.*;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Histories of many shipments, interleaved, in an order in which the lifecycle allows them; the same for the same seed. */
public final class Walks {
    public static final Instant START = Instant.parse("2026-09-29T22:00:00Z");
    private static final List<String> PORTS = List.of("2704", "2304", "1101", "5301");
    private static final List<String> GOODS = List.of("FENTANYL", "ANPP", "METHAMPHETAMINE");

    private final Random random;
    private final String prefix;
    private Instant now = START;
    private int ids;
    private int taken;

    private Walks(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    /** About {@code steps} events, besides those of legal clocks, of {@code shipments} shipments. */
    public static List<ShipmentEvent> of(long seed, int shipments, int steps) {
        return of(seed, shipments, steps, "W" + seed + "-");
    }

    /** The same, with identifiers that begin with {@code prefix}. */
    public static List<ShipmentEvent> of(long seed, int shipments, int steps, String prefix) {
        var walks = new Walks(seed, prefix);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < shipments; i++) {
            cases.add(walks.new Case(new ShipmentId(prefix + i)));
        }
        var events = new ArrayList<ShipmentEvent>();
        while (walks.taken < steps) {
            walks.now = walks.now.plus(Duration.ofSeconds(walks.random.nextInt(3600 * 9)));
            events.addAll(cases.get(walks.random.nextInt(shipments)).step());
        }
        return List.copyOf(events);
    }

    public static Declaration declaration(ShipmentId id, String port) {
        return new Declaration(
                id,
                LocalDate.of(2026, 9, 29),
                new PortCode(port),
                TransportMode.MARITIME,
                new PartyId("D1"),
                null,
                null,
                null,
                new Hs6("293333"),
                new CountryCode("CN"),
                new CountryCode("CN"),
                Mass.ofKilograms("12.5"),
                Money.of("1000", "USD"),
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    public static Screening screening(double score, double propensity, String... rules) {
        var fired = java.util.Arrays.stream(rules)
                .map(rule -> new FiredRule(new RuleId(rule), score / rules.length, "Look for " + rule))
                .toList();
        return new Screening(new RuleSetRef(1, new Sha256("ab".repeat(32))), score, 10, fired, propensity);
    }

    private String id(String kind) {
        return prefix + kind + ids++;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private final class Case {
        private final ShipmentId id;
        private final String port = any(PORTS);
        private final List<HoldId> holds = new ArrayList<>();
        private Status status;
        private ExamId exam;
        private boolean started;
        private ExamResult result;
        private ExamId examined;
        private SeizureRequestId request;
        private SeizureExtent extent;
        private DemandId demand;
        private boolean disposed;
        private Clocks clocks = Clocks.NONE;

        Case(ShipmentId id) {
            this.id = id;
        }

        /** What happens next, after what the legal clocks made happen by themselves until now. */
        List<ShipmentEvent> step() {
            var events = new ArrayList<>(timesUp());
            for (ShipmentEvent event : next()) {
                taken++;
                events.add(event);
                clocks = clocks.after(event);
                events.addAll(started(event));
            }
            return events;
        }

        private List<ShipmentEvent> timesUp() {
            var events = new ArrayList<ShipmentEvent>();
            for (RunningClock clock : clocks.running()) {
                if (clock.isToBeWarnedOf(now)) {
                    events.add(new ClockWarned(id, clock.clock(), clock.due(), now));
                } else if (clock.isOverUnrecorded(now)) {
                    events.add(new ClockBreached(id, clock.clock(), clock.due(), now));
                    if (clock.clock() == LegalClock.DETENTION_DECISION) {
                        events.add(start(LegalClock.DETENTION_NOTICE, 7));
                    }
                }
            }
            events.forEach(event -> clocks = clocks.after(event));
            return events;
        }

        private List<ShipmentEvent> started(ShipmentEvent event) {
            var events = new ArrayList<ShipmentEvent>();
            if (event instanceof ExamStarted
                    && clocks.find(LegalClock.DEEMED_EXCLUSION).isEmpty()) {
                events.add(start(LegalClock.DETENTION_DECISION, 7));
                events.add(start(LegalClock.DEEMED_EXCLUSION, 30));
            } else if (event instanceof RedeliveryDemanded) {
                events.add(start(LegalClock.REDELIVERY, 20));
            }
            events.forEach(begun -> clocks = clocks.after(begun));
            return events;
        }

        private ShipmentEvent start(LegalClock clock, int days) {
            Instant due = now.plus(Duration.ofDays(days));
            return new ClockStarted(id, clock, due, due.minus(Duration.ofDays(2)), now);
        }

        private List<ShipmentEvent> next() {
            if (status == null) {
                return first();
            }
            if (status != Status.RELEASED && chance(25)) {
                return List.of(aside());
            }
            return List.of(
                    switch (status) {
                        case TARGETED -> chance(70) ? hold() : release(WaiverReason.RESOURCE_CONSTRAINT);
                        case HELD -> held();
                        case INSPECTED -> inspected();
                        case SEIZED -> seized();
                        case RELEASED -> released();
                    });
        }

        private List<ShipmentEvent> first() {
            Declaration d = declaration(id, port);
            if (chance(40)) {
                status = Status.RELEASED;
                return List.of(new ShipmentCleared(id, d, screening(5, 0.02, "weak"), now));
            }
            status = Status.TARGETED;
            return List.of(
                    switch (random.nextInt(4)) {
                        case 0 ->
                            new ShipmentTargeted(id, d, SelectionBasis.RANDOM, screening(5, 0.02, "weak"), null, now);
                        case 1 -> new ShipmentTargeted(id, d, SelectionBasis.INTELLIGENCE, null, "tip", now);
                        case 2 -> new ShipmentTargeted(id, d, SelectionBasis.MANUAL, null, "hunch", now);
                        default ->
                            new ShipmentTargeted(
                                    id,
                                    d,
                                    SelectionBasis.RULES,
                                    screening(10 + random.nextInt(30), 1, "precursor", "weak"),
                                    null,
                                    now);
                    });
        }

        private ShipmentEvent aside() {
            UserId user = new UserId(any(List.of("ann", "bob", "cy")));
            return switch (random.nextInt(7)) {
                case 0 -> new Claimed(id, user, null, now);
                case 1 -> new ReturnedToQueue(id, user, "shift ends", now);
                case 2 -> new Reassigned(id, user, null, "load", now);
                case 3 -> new Escalated(id, "waits", now);
                case 4 -> new Snoozed(id, now.plus(Duration.ofDays(1)), "awaits papers", now);
                case 5 -> new OperationAssigned(id, any(List.of("Blue Lotus", "Artemis")), now);
                default -> new NoteAdded(id, new EntryId(id("n")), "seen", now);
            };
        }

        private ShipmentEvent hold() {
            holds.add(new HoldId(id("h")));
            status = status == Status.TARGETED ? Status.HELD : status;
            return new HoldPlaced(id, holds.getLast(), HoldType.MANIFEST, null, "check", "pier 4", now);
        }

        private ShipmentEvent unhold() {
            HoldId gone = holds.removeLast();
            if (holds.isEmpty() && status == Status.HELD) {
                status = Status.TARGETED;
            }
            return new HoldRemoved(id, gone, "done", now);
        }

        private ShipmentEvent release(WaiverReason waiver) {
            status = Status.RELEASED;
            return new ShipmentReleased(id, ReleaseKind.FULL, waiver, "nothing found", now);
        }

        private ShipmentEvent order() {
            exam = new ExamId(id("e"));
            return new ExamOrdered(id, exam, ExamType.INTENSIVE, null, null, now);
        }

        private ShipmentEvent held() {
            if (exam == null) {
                return chance(60) ? order() : chance(50) ? unhold() : hold();
            }
            return examine();
        }

        private ShipmentEvent examine() {
            ExamId current = exam;
            if (!started && chance(20)) {
                exam = null;
                return new ExamWaived(id, current, WaiverReason.RESOURCE_CONSTRAINT, null, now);
            }
            if (!started) {
                started = true;
                return new ExamStarted(id, current, now);
            }
            started = false;
            exam = null;
            examined = current;
            status = Status.INSPECTED;
            result = result();
            return new ExamCompleted(id, current, result, now);
        }

        private ExamResult result() {
            return new ExamResult(
                    List.of(any(List.of(
                            Finding.NO_DISCREPANCY,
                            Finding.CONTRABAND_PRESUMPTIVE,
                            Finding.UNDERVALUATION,
                            Finding.UNRESOLVED_ANOMALY))),
                    List.of(Technique.VISUAL),
                    List.of(),
                    List.of(new SampleId(id("s"))),
                    null);
        }

        private ShipmentEvent inspected() {
            if (request != null) {
                return decide();
            }
            if (exam != null) {
                return examine();
            }
            return switch (random.nextInt(6)) {
                case 0 -> correct();
                case 1 -> lab();
                case 2 -> holds.isEmpty() ? hold() : order();
                case 3 -> request();
                default -> holds.isEmpty() ? release(null) : unhold();
            };
        }

        private ShipmentEvent correct() {
            ExamResult before = result;
            result = result();
            return new ExamResultCorrected(id, examined, before, result, "misread", now);
        }

        private ShipmentEvent lab() {
            var found = any(List.of(Finding.NO_DISCREPANCY, Finding.CONTRABAND_CONFIRMED));
            return new LabResultRecorded(
                    id, result.samples().getFirst(), new LabResult(found, null, null, "LSS", id("r")), now);
        }

        private ShipmentEvent request() {
            request = new SeizureRequestId(id("q"));
            extent = any(List.of(SeizureExtent.values()));
            return new SeizureRequested(id, request, extent, lines(), new UserId("ann"), now);
        }

        private List<SeizureLine> lines() {
            return List.of(
                    line(any(GOODS), new Quantity(BigDecimal.valueOf(random.nextInt(1, 9999), 3), QuantityUnit.KG)),
                    line(any(GOODS), new Quantity(BigDecimal.valueOf(random.nextInt(1, 99)), QuantityUnit.LB)),
                    line("PILL PRESS", new Quantity(BigDecimal.valueOf(random.nextInt(1, 9)), QuantityUnit.UNIT)));
        }

        private SeizureLine line(String goods, Quantity quantity) {
            Money value = Money.of(String.valueOf(random.nextInt(1, 900)), chance(80) ? "USD" : "EUR");
            return new SeizureLine(
                    goods, new Hs6("293333"), quantity, value, "19 USC 1595a(c)", null, TestBasis.PRESUMPTIVE, null);
        }

        private ShipmentEvent decide() {
            SeizureRequestId decided = request;
            request = null;
            if (chance(30)) {
                return new SeizureRejected(id, decided, "thin", new UserId("sue"), now);
            }
            status = Status.SEIZED;
            return new ShipmentSeized(
                    id, decided, extent, lines(), "2026-" + ids++, new UserId("ann"), new UserId("sue"), now);
        }

        private ShipmentEvent seized() {
            return switch (random.nextInt(6)) {
                case 0 -> new ArrestRecorded(id, new EntryId(id("a")), random.nextInt(1, 4), "HSI", now);
                case 1 -> new ReferredForProsecution(id, new EntryId(id("p")), "USAO", null, now);
                case 2 -> new GoodsForfeited(id, ForfeitureKind.ADMINISTRATIVE, "F-1", now);
                case 3 -> dispose();
                case 4 -> new ShipmentReleased(id, ReleaseKind.REMAINDER, null, "the rest", now);
                default ->
                    new CustodyTransferred(
                            id, new EntryId(id("c")), "vault 1", "vault 2", null, Mass.ofKilograms("2"), "moved", now);
            };
        }

        private ShipmentEvent dispose() {
            if (disposed) {
                return new Tagged(id, "closed", now);
            }
            disposed = true;
            return new GoodsDestroyed(id, Mass.ofKilograms("2"), "w", "incinerated", now);
        }

        private ShipmentEvent released() {
            if (demand == null) {
                demand = new DemandId(id("d"));
                return new RedeliveryDemanded(id, demand, "late tip", new UserId("ann"), now);
            }
            DemandId approved = demand;
            demand = null;
            status = Status.TARGETED;
            holds.clear();
            return new RedeliveryApproved(id, approved, new UserId("ann"), new UserId("sue"), now);
        }
    }
}
