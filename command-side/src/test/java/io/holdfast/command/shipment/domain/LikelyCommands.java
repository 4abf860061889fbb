package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.*;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.state.Exam;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.*;
import io.holdfast.value.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Commands that a user would plausibly send next; most are allowed, and all move the case forward. */
final class LikelyCommands {
    private static final List<String> PORTS = List.of("2704", "2304", "1101", "5301");
    private static final List<String> GOODS = List.of("FENTANYL", "ANPP", "METHAMPHETAMINE");
    private static final List<Finding> FOUND = List.of(
            Finding.NO_DISCREPANCY, Finding.CONTRABAND_PRESUMPTIVE, Finding.UNDERVALUATION, Finding.UNRESOLVED_ANOMALY);

    private final Random random;
    private final String prefix;
    private final List<ShipmentId> shipments;
    private int ids;

    LikelyCommands(Random random, String prefix, int shipments) {
        this.random = random;
        this.prefix = prefix;
        this.shipments = IntStream.range(0, shipments)
                .mapToObj(i -> new ShipmentId(prefix + i))
                .toList();
    }

    ShipmentId anyShipment() {
        return any(shipments);
    }

    ShipmentCommand next(ShipmentId id, ShipmentState state, Instant now) {
        return switch (state) {
            case Undeclared _ -> opening(id);
            case Released r when r.pending() == null -> new DemandRedelivery(id, new DemandId(id("d")), "late tip");
            case Declared _ when chance(25) -> aside(id, now);
            case Targeted t -> targeted(id, t);
            case Held h -> chance(20) ? hold(id) : chance(10) ? unhold(id, h) : exam(id, h);
            case Inspected i -> inspected(id, i);
            case Seized s -> seized(id, s);
            case Released r -> new ApproveRedelivery(id, r.pending().id());
        };
    }

    private ShipmentCommand opening(ShipmentId id) {
        var declaration = Histories.declaration(id, any(PORTS));
        return chance(70)
                ? new ScreenShipment(declaration)
                : new TargetShipment(
                        id, declaration, any(List.of(SelectionBasis.INTELLIGENCE, SelectionBasis.MANUAL)), "tip");
    }

    private ShipmentCommand targeted(ShipmentId id, Targeted t) {
        if (t.details().calledBack() && chance(40)) {
            return new TargetShipment(id, null, SelectionBasis.MANUAL, "called back");
        }
        return chance(70) ? hold(id) : release(id, ReleaseKind.FULL, WaiverReason.RESOURCE_CONSTRAINT);
    }

    private ShipmentCommand aside(ShipmentId id, Instant now) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Claim(id);
            case 2 -> new ReturnToQueue(id, "shift ends");
            case 3 -> new Reassign(id, new UserId(any(List.of("ann", "bob", "cy"))), "load");
            case 4 -> new Escalate(id, "waits");
            case 5 -> new Snooze(id, now.plus(Duration.ofDays(1)), "awaits papers");
            case 6 -> new AssignOperation(id, any(List.of("Blue Lotus", "Artemis")));
            case 7 -> linked(id, anyShipment());
            case 8 -> new Tag(id, "repeat");
            case 9 -> new DetainShipment(id, "papers are checked");
            case 10 -> new IssueDetentionNotice(id, new EntryId(id("n")), "Importer Inc.", "papers are checked", null);
            default -> new AddNote(id, new EntryId(id("n")), "seen");
        };
    }

    private ShipmentCommand linked(ShipmentId id, ShipmentId other) {
        return other.equals(id) ? new Tag(id, "alone") : new LinkCases(id, other, any(List.of(LinkRelation.values())));
    }

    private ShipmentCommand hold(ShipmentId id) {
        HoldType type = any(List.of(HoldType.values()));
        String agency = type == HoldType.PARTNER_AGENCY ? "FDA" : null;
        return new PlaceHold(id, new HoldId(id("h")), type, agency, "check", "pier 4");
    }

    private ShipmentCommand unhold(ShipmentId id, Declared d) {
        return new RemoveHold(id, any(List.copyOf(d.holds().keySet())), "done");
    }

    private ShipmentCommand order(ShipmentId id) {
        ExamType type = any(List.of(ExamType.values()));
        String agency = type == ExamType.PARTNER_AGENCY ? "FDA" : null;
        return new OrderExam(id, new ExamId(id("e")), type, agency, null);
    }

    /** The next step of an open exam; a new exam when none is open, and sometimes in addition. */
    private ShipmentCommand exam(ShipmentId id, Declared d) {
        var open = new ArrayList<ExamId>();
        d.details().exams().byId().forEach((exam, phase) -> {
            if (phase instanceof Exam.Ordered || phase instanceof Exam.Started) {
                open.add(exam);
            }
        });
        if (open.isEmpty() || chance(15)) {
            return order(id);
        }
        open.sort(Comparator.comparing(ExamId::value));
        ExamId one = any(open);
        if (d.details().exams().byId().get(one) instanceof Exam.Started) {
            return new CompleteExam(id, one, result());
        }
        return chance(20) ? new WaiveExam(id, one, WaiverReason.RESOURCE_CONSTRAINT, null) : new StartExam(id, one);
    }

    private ExamResult result() {
        return new ExamResult(
                List.of(any(FOUND)), List.of(Technique.VISUAL), List.of(), List.of(new SampleId(id("s"))), null);
    }

    private ShipmentCommand inspected(ShipmentId id, Inspected i) {
        if (i.pending() != null) {
            return chance(70)
                    ? new ApproveSeizure(id, i.pending().id(), "2026-" + ids++)
                    : new RejectSeizure(id, i.pending().id(), "thin");
        }
        return switch (random.nextInt(9)) {
            case 0 -> corrected(id, i);
            case 1 -> reported(id, i);
            case 2 -> hold(id);
            case 3 -> exam(id, i);
            case 4, 5, 6 -> requested(id);
            default ->
                i.holds().isEmpty()
                        ? release(id, any(List.of(ReleaseKind.FULL, ReleaseKind.CONDITIONAL)), null)
                        : unhold(id, i);
        };
    }

    private ShipmentCommand corrected(ShipmentId id, Declared d) {
        return new CorrectExamResult(id, any(completed(d)), result(), "misread");
    }

    private ShipmentCommand reported(ShipmentId id, Declared d) {
        var exam = (Exam.Completed) d.details().exams().byId().get(any(completed(d)));
        var found = any(List.of(Finding.NO_DISCREPANCY, Finding.CONTRABAND_CONFIRMED));
        return new RecordLabResult(id, any(exam.result().samples()), new LabResult(found, null, null, "LSS", id("r")));
    }

    private static List<ExamId> completed(Declared d) {
        return d.details().exams().byId().entrySet().stream()
                .filter(exam -> exam.getValue() instanceof Exam.Completed)
                .map(exam -> exam.getKey())
                .sorted(Comparator.comparing(ExamId::value))
                .toList();
    }

    private ShipmentCommand requested(ShipmentId id) {
        return new RequestSeizure(id, new SeizureRequestId(id("q")), any(List.of(SeizureExtent.values())), lines());
    }

    private List<SeizureLine> lines() {
        return List.of(
                line(new Quantity(BigDecimal.valueOf(random.nextInt(1, 9999), 3), QuantityUnit.KG)),
                line(new Quantity(BigDecimal.valueOf(random.nextInt(1, 99)), QuantityUnit.LB)),
                line(new Quantity(BigDecimal.valueOf(random.nextInt(1, 9)), QuantityUnit.UNIT)));
    }

    private SeizureLine line(Quantity quantity) {
        String goods = quantity.unit() == QuantityUnit.UNIT ? "PILL PRESS" : any(GOODS);
        Money value = Money.of(String.valueOf(random.nextInt(1, 900)), chance(80) ? "USD" : "EUR");
        return new SeizureLine(
                goods, new Hs6("293333"), quantity, value, "19 USC 1595a(c)", null, TestBasis.PRESUMPTIVE, null);
    }

    private ShipmentCommand seized(ShipmentId id, Seized s) {
        return switch (random.nextInt(8)) {
            case 0 -> new RecordArrest(id, new EntryId(id("a")), random.nextInt(1, 4), "HSI");
            case 1 -> new ReferForProsecution(id, new EntryId(id("p")), "USAO", null);
            case 2 -> new ForfeitGoods(id, ForfeitureKind.ADMINISTRATIVE, "F-1");
            case 3 -> new DestroyGoods(id, Mass.ofKilograms("2"), "w", "incinerated");
            case 4 -> new RemitGoods(id, "P-1", "owner was unaware");
            case 5 -> s.holds().isEmpty() ? release(id, ReleaseKind.REMAINDER, null) : unhold(id, s);
            case 6 -> new AddNote(id, new EntryId(id("n")), "waits for the court");
            default ->
                new TransferCustody(
                        id, new EntryId(id("c")), "vault 1", "vault 2", null, Mass.ofKilograms("2"), "moved");
        };
    }

    private static ShipmentCommand release(ShipmentId id, ReleaseKind kind, WaiverReason waiver) {
        return new ReleaseShipment(id, kind, waiver, "nothing found");
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
}
