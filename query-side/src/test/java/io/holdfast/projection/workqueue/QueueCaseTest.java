package io.holdfast.projection.workqueue;

import static io.holdfast.command.shipment.domain.Histories.START;
import static io.holdfast.command.shipment.domain.Histories.declaration;
import static io.holdfast.command.shipment.domain.Histories.screening;
import static io.holdfast.query.QueueName.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.BrowseQueue.OpenExam;
import io.holdfast.query.BrowseQueue.PendingApproval;
import io.holdfast.query.BrowseQueue.Share;
import io.holdfast.query.BrowseQueue.Why;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.Quantity;
import io.holdfast.value.QuantityUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueCaseTest {
    private static final ShipmentId ID = new ShipmentId("R-17");
    private static final HoldId HOLD = new HoldId("h1");
    private static final ExamId EXAM = new ExamId("e1");
    private static final SeizureRequestId REQUEST = new SeizureRequestId("q1");
    private static final UserId ANN = new UserId("ann");
    private static final UserId SUE = new UserId("sue");

    @Test
    void a_selected_shipment_waits_for_triage_with_the_instructions_of_its_rules() {
        QueueCase c = after(targeted());
        assertThat(c.queues()).containsExactly(TO_TRIAGE, OPEN);
        assertThat(c.selection().instructions()).containsExactly("Look for precursor");
        assertThat(c.enteredAt()).isEqualTo(START);
    }

    @Test
    void a_cleared_shipment_is_in_no_queue_until_it_is_called_back() {
        var cleared = new ShipmentCleared(ID, declaration(ID, "2704"), screening(1, 0.1), START);
        assertThat(after(cleared).queues()).isEmpty();
        QueueCase demanded = after(cleared, demanded());
        assertThat(demanded.queues()).containsExactly(APPROVALS, OPEN);
        assertThat(demanded.pending())
                .isEqualTo(new PendingApproval(PendingApproval.Kind.REDELIVERY, "d1", ANN, at(50)));
        QueueCase back = after(cleared, demanded(), new RedeliveryApproved(ID, new DemandId("d1"), ANN, SUE, at(51)));
        assertThat(back.queues()).containsExactly(TO_TRIAGE, OPEN);
        assertThat(back.pending()).isNull();
        assertThat(back.priority(at(51)).total()).isEqualTo(40);
    }

    @Test
    void a_held_shipment_waits_for_an_exam_order_and_then_for_the_exam() {
        assertThat(after(targeted(), held()).queues()).containsExactly(HELD, OPEN);
        QueueCase ordered = after(targeted(), held(), ordered());
        assertThat(ordered.queues()).containsExactly(EXAMS, OPEN);
        assertThat(ordered.exams()).containsExactly(new OpenExam("e1", ExamType.TAILGATE, false));
        QueueCase started = after(targeted(), held(), ordered(), started());
        assertThat(started.exams()).containsExactly(new OpenExam("e1", ExamType.TAILGATE, true));
        assertThat(started.enteredAt()).isEqualTo(ordered.enteredAt());
    }

    @Test
    void removing_the_only_hold_before_an_exam_brings_it_back_to_triage() {
        QueueCase c = after(targeted(), held(), new HoldRemoved(ID, HOLD, "error", at(3)));
        assertThat(c.queues()).containsExactly(TO_TRIAGE, OPEN);
        assertThat(c.enteredAt()).isEqualTo(at(3));
    }

    @Test
    void one_of_two_holds_removed_leaves_it_held() {
        var second = new HoldPlaced(ID, new HoldId("h2"), HoldType.INTELLIGENCE, null, "tip", "pier", at(2));
        QueueCase c = after(targeted(), held(), second, new HoldRemoved(ID, HOLD, "error", at(3)));
        assertThat(c.queues()).containsExactly(HELD, OPEN);
        assertThat(c.standing().holds().values()).containsExactly(HoldType.INTELLIGENCE);
    }

    @Test
    void a_waived_exam_leaves_the_case_waiting_for_another_decision() {
        var waived = new ExamWaived(ID, EXAM, WaiverReason.SAFETY_HAZARD, null, at(4));
        assertThat(after(targeted(), held(), ordered(), waived).queues()).containsExactly(HELD, OPEN);
    }

    @Test
    void an_inspected_shipment_with_a_request_to_seize_waits_for_a_supervisor_only() {
        assertThat(inspected().queues()).containsExactly(INSPECTED, OPEN);
        QueueCase requested = inspected(requested());
        assertThat(requested.queues()).containsExactly(APPROVALS, OPEN);
        QueueCase rejected = inspected(requested(), new SeizureRejected(ID, REQUEST, "thin", SUE, at(8)));
        assertThat(rejected.queues()).containsExactly(INSPECTED, OPEN);
    }

    @Test
    void seized_goods_stay_in_custody_until_they_are_destroyed() {
        assertThat(inspected(requested(), seized(SeizureExtent.FULL)).queues()).containsExactly(CUSTODY, OPEN);
        assertThat(inspected(requested(), seized(SeizureExtent.FULL), destroyed())
                        .queues())
                .isEmpty();
    }

    @Test
    void the_remainder_of_a_partial_seizure_keeps_the_case_open_until_it_is_released() {
        var remainder = new ShipmentReleased(ID, ReleaseKind.REMAINDER, null, "rest", at(12));
        assertThat(inspected(requested(), seized(SeizureExtent.PARTIAL), destroyed())
                        .queues())
                .containsExactly(CUSTODY, OPEN);
        assertThat(inspected(requested(), seized(SeizureExtent.PARTIAL), destroyed(), remainder)
                        .queues())
                .isEmpty();
    }

    @Test
    void a_released_shipment_is_nobodys_work() {
        QueueCase c = after(
                targeted(),
                new Claimed(ID, ANN, null, at(1)),
                new Escalated(ID, "waits", at(2)),
                new ShipmentReleased(ID, ReleaseKind.FULL, WaiverReason.TARGETING_ERROR, "ok", at(3)));
        assertThat(c.queues()).isEmpty();
        assertThat(c.work().assignee()).isNull();
    }

    @Test
    void a_snooze_ends_when_something_new_is_to_be_done() {
        var snoozed = new Snoozed(ID, at(500), "papers", at(1));
        assertThat(after(targeted(), snoozed).work().snoozedUntil()).isEqualTo(at(500));
        assertThat(after(targeted(), snoozed, new NoteAdded(ID, new EntryId("n"), "x", at(2)))
                        .work()
                        .snoozedUntil())
                .isEqualTo(at(500));
        assertThat(after(targeted(), snoozed, held()).work().snoozedUntil()).isNull();
    }

    @Test
    void a_legal_clock_wakes_a_snoozed_case() {
        var begun = new ClockStarted(ID, LegalClock.DETENTION_DECISION, at(400), at(300), at(4));
        var snoozed = new Snoozed(ID, at(500), "papers", at(6));
        assertThat(inspected(begun, snoozed).work().snoozedUntil()).isEqualTo(at(500));
        var warned = new ClockWarned(ID, LegalClock.DETENTION_DECISION, at(400), at(300));
        assertThat(inspected(begun, snoozed, warned).work().snoozedUntil()).isNull();
        var breached = new ClockBreached(ID, LegalClock.DETENTION_DECISION, at(400), at(401));
        assertThat(inspected(begun, snoozed, breached).work().snoozedUntil()).isNull();
    }

    @Test
    void priority_adds_score_age_escalation_and_operation_and_says_so() {
        QueueCase c =
                after(targeted(), new Escalated(ID, "waits", at(2)), new OperationAssigned(ID, "Blue Lotus", at(3)));
        assertThat(c.priority(START.plus(Duration.ofHours(47))).total()).isEqualTo(162);
        assertThat(c.priority(START.plus(Duration.ofHours(47))).shares())
                .containsExactly(
                        new Share(Why.SCORE, 30, "RULES"),
                        new Share(Why.LEGAL_CLOCK, 0, null),
                        new Share(Why.AGE, 7, "since " + START),
                        new Share(Why.OPERATION, 25, "Blue Lotus"),
                        new Share(Why.ESCALATION, 100, null));
        assertThat(c.queues()).containsExactly(TO_TRIAGE, ESCALATED, OPEN);
    }

    @Test
    void the_most_urgent_legal_clock_counts_and_a_case_that_goes_on_loses_it() {
        Instant soon = at(5000);
        Instant late = at(50_000);
        var decision = new ClockStarted(ID, LegalClock.DETENTION_DECISION, soon, at(3000), at(4));
        var exclusion = new ClockStarted(ID, LegalClock.DEEMED_EXCLUSION, late, at(40_000), at(4));
        assertThat(clock(decision, exclusion))
                .isEqualTo(new Share(Why.LEGAL_CLOCK, 10, "DETENTION_DECISION RUNNING, due " + soon));
        var warned = new ClockWarned(ID, LegalClock.DEEMED_EXCLUSION, late, at(40_000));
        assertThat(clock(decision, exclusion, warned))
                .isEqualTo(new Share(Why.LEGAL_CLOCK, 60, "DEEMED_EXCLUSION WARNED, due " + late));
        var breached = new ClockBreached(ID, LegalClock.DETENTION_DECISION, soon, at(5001));
        assertThat(clock(decision, exclusion, warned, breached))
                .isEqualTo(new Share(Why.LEGAL_CLOCK, 120, "DETENTION_DECISION BREACHED, due " + soon));
        assertThat(clock(decision, exclusion, breached, requested(), seized(SeizureExtent.FULL)))
                .isEqualTo(new Share(Why.LEGAL_CLOCK, 0, null));
        assertThat(clock(decision, exclusion, breached, requested(), seized(SeizureExtent.PARTIAL))
                        .points())
                .isEqualTo(120);
    }

    private static Share clock(ShipmentEvent... events) {
        return inspected(events).priority(at(10)).shares().get(Why.LEGAL_CLOCK.ordinal());
    }

    @Test
    void the_queue_of_each_open_case_in_random_walks_follows_from_its_status() {
        Map<ShipmentId, QueueCase> cases = fold(Histories.of(7, 200, 2000));
        assertThat(cases).hasSizeGreaterThan(150);
        for (QueueCase c : cases.values()) {
            boolean open = c.queues().contains(OPEN);
            boolean expected = c.pending() != null
                    || (c.standing().status() == Status.SEIZED
                            ? !c.custody().over()
                            : c.standing().status() != Status.RELEASED);
            assertThat(open).as("%s", c).isEqualTo(expected);
            assertThat(c.queues().contains(HELD)
                            || c.queues().contains(EXAMS) && c.standing().status() == Status.HELD)
                    .isEqualTo(c.standing().status() == Status.HELD);
        }
        for (QueueName queue : List.of(TO_TRIAGE, APPROVALS, CUSTODY, OPEN)) {
            assertThat(cases.values()).anyMatch(c -> c.queues().contains(queue));
        }
    }

    static Map<ShipmentId, QueueCase> fold(List<ShipmentEvent> events) {
        var cases = new HashMap<ShipmentId, QueueCase>();
        for (ShipmentEvent e : events) {
            QueueCase.fold(cases.get(e.shipmentId()), e).ifPresent(c -> cases.put(e.shipmentId(), c));
        }
        return cases;
    }

    private static QueueCase after(ShipmentEvent... events) {
        return fold(List.of(events)).get(ID);
    }

    private static QueueCase inspected(ShipmentEvent... more) {
        var events =
                new java.util.ArrayList<ShipmentEvent>(List.of(targeted(), held(), ordered(), started(), completed()));
        events.addAll(List.of(more));
        return fold(events).get(ID);
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static ShipmentEvent targeted() {
        return new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RULES, screening(15, 1, "precursor"), null, START);
    }

    private static ShipmentEvent held() {
        return new HoldPlaced(ID, HOLD, HoldType.MANIFEST, null, "check", "pier", at(2));
    }

    private static ShipmentEvent ordered() {
        return new ExamOrdered(ID, EXAM, ExamType.TAILGATE, null, null, at(3));
    }

    private static ShipmentEvent started() {
        return new ExamStarted(ID, EXAM, at(4));
    }

    private static ShipmentEvent completed() {
        var result = new ExamResult(
                List.of(Finding.CONTRABAND_PRESUMPTIVE), List.of(Technique.FIELD_TEST), List.of(), List.of(), null);
        return new ExamCompleted(ID, EXAM, result, at(5));
    }

    private static List<SeizureLine> lines() {
        return List.of(new SeizureLine(
                "fentanyl",
                new Hs6("293333"),
                new Quantity(BigDecimal.ONE, QuantityUnit.KG),
                null,
                "19 USC 1595a(c)",
                null,
                null,
                null));
    }

    private static ShipmentEvent requested() {
        return new SeizureRequested(ID, REQUEST, SeizureExtent.FULL, lines(), ANN, at(6));
    }

    private static ShipmentEvent seized(SeizureExtent extent) {
        return new ShipmentSeized(ID, REQUEST, extent, lines(), "2026-1", ANN, SUE, at(9));
    }

    private static ShipmentEvent destroyed() {
        return new GoodsDestroyed(ID, Mass.ofKilograms("1"), "w", "incinerated", at(10));
    }

    private static ShipmentEvent demanded() {
        return new RedeliveryDemanded(ID, new DemandId("d1"), "tip", ANN, at(50));
    }
}
