package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.*;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shared by the tests of the shipment: one shipment, its users, its events and the commands that lead to them. */
public final class Cases {
    /** Every user works cases at every port. */
    public static final Colleagues EVERYBODY =
            _ -> Optional.of(new Colleagues.Colleague(Set.of(Role.INSPECTOR), PortScope.all()));

    public static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    public static final ShipmentId ID = new ShipmentId("HF26-00017");
    public static final PortCode PORT = new PortCode("2704");
    public static final HoldId HOLD = new HoldId("h1");
    public static final ExamId EXAM = new ExamId("e1");
    public static final SampleId SAMPLE = new SampleId("s1");
    public static final SeizureRequestId REQUEST = new SeizureRequestId("q1");
    public static final DemandId DEMAND = new DemandId("d1");
    public static final Declaration DECLARATION = declaration(ID, "2704");
    public static final Screening SCREENING =
            new Screening(new RuleSetRef(1, new Sha256("ab".repeat(32))), 3, 10, List.of(), 1);

    public static final Actor ANN = actor("ann", Role.INSPECTOR);
    public static final Actor BOB = actor("bob", Role.INSPECTOR);
    public static final Actor SUE = actor("sue", Role.SUPERVISOR);
    public static final Actor PAT = actor("pat", Role.SUPERVISOR);

    private Cases() {}

    public static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), PORT, PortScope.all(), "10.0.0.7");
    }

    public static Actor at(Actor actor, String... ports) {
        var codes = Arrays.stream(ports).map(PortCode::new).toArray(PortCode[]::new);
        return new Actor(actor.id(), actor.roles(), actor.homePort(), PortScope.only(codes), actor.address());
    }

    public static Declaration declaration(ShipmentId id, String port) {
        return declaration(id, port, LocalDate.of(2026, 11, 20));
    }

    /** A declaration with only the mandatory fields. */
    public static Declaration declaration(ShipmentId id, String port, LocalDate declaredOn) {
        return new Declaration(
                id,
                declaredOn,
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

    /** The screening of a declaration by rules that share the score; they select from a score of 10. */
    public static Screening screening(double score, double propensity, String... rules) {
        var fired = Arrays.stream(rules)
                .map(rule -> new FiredRule(new RuleId(rule), score / rules.length, "Look for " + rule))
                .toList();
        return new Screening(new RuleSetRef(1, new Sha256("ab".repeat(32))), score, 10, fired, propensity);
    }

    public static ShipmentState stage(ShipmentEvent... events) {
        ShipmentState stage = ShipmentState.NEW;
        for (ShipmentEvent event : events) {
            stage = stage.after(event);
        }
        return stage;
    }

    public static ShipmentEvent targeted() {
        return new ShipmentTargeted(ID, DECLARATION, SelectionBasis.RULES, SCREENING, null, NOW);
    }

    public static ShipmentEvent cleared() {
        return new ShipmentCleared(ID, DECLARATION, SCREENING, NOW);
    }

    public static ShipmentEvent held() {
        return held(HOLD);
    }

    public static ShipmentEvent held(HoldId hold) {
        return new HoldPlaced(ID, hold, HoldType.MANIFEST, null, "check", "Pier 4", NOW);
    }

    public static ShipmentEvent unheld() {
        return new HoldRemoved(ID, HOLD, "resolved", NOW);
    }

    public static ShipmentEvent ordered() {
        return new ExamOrdered(ID, EXAM, ExamType.INTENSIVE, null, null, NOW);
    }

    public static ShipmentEvent started() {
        return new ExamStarted(ID, EXAM, NOW);
    }

    public static ExamResult result(Finding finding) {
        return new ExamResult(List.of(finding), List.of(Technique.VISUAL), List.of(), List.of(SAMPLE), null);
    }

    public static ShipmentEvent examined(Finding finding) {
        return new ExamCompleted(ID, EXAM, result(finding), NOW);
    }

    public static LabResult labResult(Finding finding) {
        return new LabResult(finding, null, null, "LSS San Francisco", "SF-26-4410");
    }

    public static ShipmentEvent reported(Finding finding) {
        return new LabResultRecorded(ID, SAMPLE, labResult(finding), NOW);
    }

    public static SeizureLine line(String kilograms) {
        var quantity = new Quantity(new BigDecimal(kilograms), QuantityUnit.KG);
        return new SeizureLine("FENTANYL", new Hs6("293333"), quantity, null, "21 USC 881", null, null, null);
    }

    public static SeizureLine pillPress() {
        var quantity = new Quantity(BigDecimal.ONE, QuantityUnit.UNIT);
        return new SeizureLine("PILL PRESS", new Hs6("847989"), quantity, null, "21 USC 843", null, null, null);
    }

    public static ShipmentEvent requested(SeizureExtent extent) {
        return new SeizureRequested(ID, REQUEST, extent, List.of(line("24.1")), ANN.id(), NOW);
    }

    public static ShipmentEvent seized(SeizureExtent extent, SeizureLine... lines) {
        var what = lines.length == 0 ? List.of(line("24.1")) : List.of(lines);
        return new ShipmentSeized(ID, REQUEST, extent, what, "2026-2704-1", ANN.id(), SUE.id(), NOW);
    }

    public static ShipmentEvent released(ReleaseKind kind, Instant at) {
        return new ShipmentReleased(ID, kind, null, "nothing found", at);
    }

    public static ShipmentEvent demanded() {
        return new RedeliveryDemanded(ID, DEMAND, "late report", ANN.id(), NOW);
    }

    public static ShipmentEvent calledBack() {
        return new RedeliveryApproved(ID, DEMAND, ANN.id(), SUE.id(), NOW);
    }

    public static ShipmentEvent claimed(Actor by) {
        return new Claimed(ID, by.id(), null, NOW);
    }

    public static PlaceHold placeHold(String id) {
        return new PlaceHold(ID, new HoldId(id), HoldType.MANIFEST, null, "check", "Pier 4");
    }

    public static ReleaseShipment release(ReleaseKind kind, WaiverReason waiver) {
        return new ReleaseShipment(ID, kind, waiver, "nothing found");
    }

    public static RequestSeizure requestSeizure(String id) {
        return new RequestSeizure(ID, new SeizureRequestId(id), SeizureExtent.FULL, List.of(line("24.1")));
    }

    public static TransferCustody transfer(String kilograms) {
        return new TransferCustody(
                ID, new EntryId("t1"), "Officer Diaz", "Vault 1", null, Mass.ofKilograms(kilograms), "custody");
    }

    public static DestroyGoods destroy(String kilograms) {
        return new DestroyGoods(ID, Mass.ofKilograms(kilograms), "R. Alvarez", "Incineration");
    }

    /** A clock with a warning two days before it is due. */
    public static ShipmentEvent ticking(LegalClock clock, Instant due) {
        return new ClockStarted(ID, clock, due, due.minus(Duration.ofDays(2)), NOW);
    }

    public static ShipmentEvent breached(LegalClock clock, Instant due) {
        return new ClockBreached(ID, clock, due, NOW);
    }

    private static RunningClock clockOf(ShipmentState stage) {
        var none = new RunningClock(LegalClock.DETENTION_DECISION, NOW, NOW, RunningClock.State.RUNNING);
        return stage instanceof ShipmentState.Declared d
                ? d.details().clocks().running().stream().findFirst().orElse(none)
                : none;
    }

    /** Every command, with values that fit the stage: it names what exists, and omits what must be omitted. */
    public static List<ShipmentCommand> commandsFor(ShipmentState stage) {
        boolean unexamined = stage instanceof ShipmentState.Targeted;
        boolean seized = stage instanceof ShipmentState.Seized;
        RunningClock clock = clockOf(stage);
        return List.of(
                new ScreenShipment(DECLARATION),
                new TargetShipment(
                        ID,
                        stage instanceof ShipmentState.Undeclared ? DECLARATION : null,
                        SelectionBasis.MANUAL,
                        "a tip"),
                placeHold("h9"),
                new RemoveHold(ID, HOLD, "resolved"),
                new OrderExam(ID, new ExamId("e9"), ExamType.TAILGATE, null, null),
                new StartExam(ID, EXAM),
                new CompleteExam(ID, EXAM, result(Finding.NO_DISCREPANCY)),
                new WaiveExam(ID, EXAM, WaiverReason.SAFETY_HAZARD, null),
                new CorrectExamResult(ID, EXAM, result(Finding.UNDERVALUATION), "misread"),
                new RecordLabResult(ID, SAMPLE, labResult(Finding.NO_DISCREPANCY)),
                requestSeizure("q9"),
                new ApproveSeizure(ID, REQUEST, "2026-2704-1"),
                new RejectSeizure(ID, REQUEST, "thin"),
                transfer("24.1"),
                new ReferForProsecution(ID, new EntryId("r1"), "US Attorney", null),
                new RecordArrest(ID, new EntryId("a1"), 2, "HSI"),
                new ForfeitGoods(ID, ForfeitureKind.ADMINISTRATIVE, "F-1"),
                destroy("24.1"),
                new RemitGoods(ID, "P-1", "owner was unaware"),
                release(
                        seized ? ReleaseKind.REMAINDER : ReleaseKind.FULL,
                        unexamined ? WaiverReason.DOCUMENTS_SUFFICIENT : null),
                new DemandRedelivery(ID, new DemandId("d9"), "late report"),
                new ApproveRedelivery(ID, DEMAND),
                new Claim(ID),
                new ReturnToQueue(ID, "shift ends"),
                new Reassign(ID, new UserId("cy"), "load"),
                new Escalate(ID, "waits"),
                new Snooze(ID, NOW.plus(Duration.ofDays(1)), "awaits papers"),
                new AddNote(ID, new EntryId("n1"), "seen"),
                new AttachEvidence(
                        ID, new EntryId("v1"), new Evidence("x.jpg", "image/jpeg", 1, new Sha256("ab".repeat(32)))),
                new Tag(ID, "repeat-sender"),
                new LinkCases(ID, new ShipmentId("HF26-00018"), LinkRelation.SAME_PARTY),
                new AssignOperation(ID, "Blue Lotus"),
                new DetainShipment(ID, "papers are checked"),
                new IssueDetentionNotice(ID, new EntryId("n1"), "Importer Inc.", "papers are checked", null),
                new WarnOfClock(ID, clock.clock(), clock.due()),
                new RecordClockBreach(ID, clock.clock(), clock.due()),
                new EscalateClockBreach(ID, clock.clock(), clock.due()));
    }
}
