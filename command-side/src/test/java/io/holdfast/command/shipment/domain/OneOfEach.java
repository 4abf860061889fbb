package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.*;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.targeting.ConditionPlace;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A history with every kind of event, with all optional values present. */
public final class OneOfEach {
    public static final ShipmentId ID = new ShipmentId("R-17");
    public static final UserId ANN = new UserId("ann");
    public static final UserId SUE = new UserId("sue");
    public static final Declaration DECLARATION = new Declaration(
            ID,
            LocalDate.of(2026, 9, 29),
            new PortCode("2704"),
            TransportMode.MARITIME,
            new PartyId("D1"),
            new PartyId("I1"),
            new PartyId("S1"),
            new PartyId("C1"),
            new Hs6("293333"),
            new CountryCode("CN"),
            new CountryCode("HK"),
            Mass.ofKilograms("12.5"),
            Money.of("1000", "USD"),
            new BigDecimal("6.5"),
            new ContainerNumber("CSQU3054383"),
            new Scac("MAEU"),
            new UnLocode("CNSHA"),
            "dye intermediate",
            Map.of("broker", "B-9"));
    public static final Screening SCREENING = new Screening(
            new RuleSetRef(3, new Sha256("ab".repeat(32))),
            15.5,
            10,
            List.of(new FiredRule(new RuleId("precursor"), 15.5, "Look for drums")),
            List.of(new FailedRule(new RuleId("weak"), "divide by zero: / by zero", new ConditionPlace(1, 3))),
            List.of(),
            1);
    public static final ExamResult RESULT = new ExamResult(
            List.of(Finding.CONTRABAND_PRESUMPTIVE, Finding.QUANTITY_OVERAGE),
            List.of(Technique.FIELD_TEST),
            List.of(new Measurement("gross mass", new Quantity(new BigDecimal("13.1"), QuantityUnit.KG))),
            List.of(new SampleId("s1")),
            "white powder");
    public static final ExamResult CORRECTED = new ExamResult(
            List.of(Finding.CONTRABAND_CONFIRMED),
            List.of(Technique.FIELD_TEST),
            List.of(),
            List.of(new SampleId("s1")),
            "brown powder");
    public static final List<SeizureLine> LINES = List.of(new SeizureLine(
            "FENTANYL",
            new Hs6("293333"),
            new Quantity(new BigDecimal("4.2"), QuantityUnit.KG),
            Money.of("602500", "USD"),
            "21 USC 881",
            "false wall",
            TestBasis.LABORATORY,
            new BigDecimal("9.4")));

    private OneOfEach() {}

    /** Minutes after the start. */
    public static Instant at(long minutes) {
        return Histories.START.plus(Duration.ofMinutes(minutes));
    }

    /** Event n (from 1) happens n minutes after the start. */
    public static List<ShipmentEvent> history() {
        var exam = new ExamId("e1");
        var second = new ExamId("e2");
        var rejected = new SeizureRequestId("q1");
        var approved = new SeizureRequestId("q2");
        var demand = new DemandId("d1");
        return List.of(
                new ShipmentCleared(ID, DECLARATION, SCREENING, at(1)),
                new RedeliveryDemanded(ID, demand, "late tip", ANN, at(2)),
                new RedeliveryApproved(ID, demand, ANN, SUE, at(3)),
                new ShipmentTargeted(ID, DECLARATION, SelectionBasis.RULES, SCREENING, "look again", at(4)),
                new Claimed(ID, ANN, SUE, at(5)),
                new HoldPlaced(ID, new HoldId("h1"), HoldType.MANIFEST, "FDA", "check", "pier 4", at(6)),
                new HoldPlaced(ID, new HoldId("h2"), HoldType.INTELLIGENCE, "DEA", "tip", "pier 5", at(7)),
                new HoldRemoved(ID, new HoldId("h1"), "papers came", at(8)),
                new ExamOrdered(ID, exam, ExamType.INTENSIVE, "USDA", "open all", at(9)),
                new ExamStarted(ID, exam, at(10)),
                new ExamCompleted(ID, exam, RESULT, at(11)),
                new ExamResultCorrected(ID, exam, RESULT, CORRECTED, "misread", at(12)),
                new LabResultRecorded(
                        ID,
                        new SampleId("s1"),
                        new LabResult(Finding.CONTRABAND_CONFIRMED, "Fentanyl", new BigDecimal("9.4"), "LSS", "SF-1"),
                        at(13)),
                new ExamOrdered(ID, second, ExamType.TAILGATE, null, null, at(14)),
                new ExamWaived(ID, second, WaiverReason.SAFETY_HAZARD, "fumes", at(15)),
                new Reassigned(ID, SUE, ANN, "load", at(16)),
                new ReturnedToQueue(ID, SUE, "shift ends", at(17)),
                new Escalated(ID, "waits", at(18)),
                new Snoozed(ID, at(9000), "awaits papers", at(19)),
                new NoteAdded(ID, new EntryId("n1"), "seen before", at(20)),
                new EvidenceAttached(
                        ID,
                        new EntryId("v1"),
                        new Evidence("a.jpg", "image/jpeg", 12, new Sha256("cd".repeat(32))),
                        at(21)),
                new Tagged(ID, "repeat", at(22)),
                new CasesLinked(ID, new ShipmentId("R-18"), LinkRelation.SAME_ROUTE, at(23)),
                new OperationAssigned(ID, "Blue Lotus", at(24)),
                new SeizureRequested(ID, rejected, SeizureExtent.FULL, LINES, ANN, at(25)),
                new SeizureRejected(ID, rejected, "thin", SUE, at(26)),
                new SeizureRequested(ID, approved, SeizureExtent.PARTIAL, LINES, ANN, at(27)),
                new ShipmentSeized(ID, approved, SeizureExtent.PARTIAL, LINES, "2026-1", ANN, SUE, at(28)),
                new CustodyTransferred(
                        ID, new EntryId("c1"), "Diaz", "vault", "A77", Mass.ofKilograms("4.2"), "stored", at(29)),
                new CustodyDiscrepancyFound(ID, Mass.ofKilograms("4.2"), Mass.ofKilograms("3.9"), at(30)),
                new ReferredForProsecution(ID, new EntryId("p1"), "USAO", "asap", at(31)),
                new ArrestRecorded(ID, new EntryId("a1"), 2, "HSI", at(32)),
                new GoodsForfeited(ID, ForfeitureKind.ADMINISTRATIVE, "F-1", at(33)),
                new GoodsDestroyed(ID, Mass.ofKilograms("3.9"), "Alvarez", "incinerated", at(34)),
                new GoodsRemitted(ID, "P-1", "innocent owner", at(35)),
                new ShipmentReleased(ID, ReleaseKind.REMAINDER, WaiverReason.DOCUMENTS_SUFFICIENT, "the rest", at(36)),
                new ClockStarted(ID, LegalClock.DETENTION_DECISION, at(900), at(600), at(37)),
                new ClockWarned(ID, LegalClock.DETENTION_DECISION, at(900), at(38)),
                new ClockBreached(ID, LegalClock.DETENTION_DECISION, at(900), at(39)),
                new ShipmentDetained(ID, "papers are checked", at(40)),
                new DetentionNoticeIssued(
                        ID, new EntryId("n1"), "Importer Inc.", "papers are checked", "laboratory", at(41)));
    }
}
