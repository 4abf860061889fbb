package io.holdfast.command.shipment.domain;

import static io.holdfast.command.shipment.domain.Cases.*;
import static io.holdfast.shipment.LegalClock.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.actor.Actor;
import io.holdfast.shipment.*;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.clock.RunningClock.State;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of docs/lifecycle.md: when legal clocks start, how their time is counted, and what stops them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LegalClocksTest {
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(Policies.REGULAR, _ -> new ScreeningDecision(SCREENING, null), Cases.EVERYBODY);
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T16:00:00Z"); // 11 o'clock, eve of Thanksgiving
    private static final Instant DECISION_DUE = Instant.parse("2026-12-04T04:59:59.999Z");
    private static final Instant EXCLUSION_DUE = Instant.parse("2026-12-26T04:59:59.999Z");

    @Test
    void goods_that_are_presented_must_be_decided_on_in_five_business_days_and_thirty_days() {
        assertThat(decide(heldFor(ExamType.INTENSIVE), new StartExam(ID, EXAM), WEDNESDAY))
                .containsExactly(
                        new ExamStarted(ID, EXAM, WEDNESDAY),
                        new ClockStarted(
                                ID, DETENTION_DECISION, DECISION_DUE, Instant.parse("2026-12-02T05:00:00Z"), WEDNESDAY),
                        new ClockStarted(
                                ID, DEEMED_EXCLUSION, EXCLUSION_DUE, Instant.parse("2026-12-21T05:00:00Z"), WEDNESDAY));
    }

    @Test
    void days_are_counted_by_the_wall_clock_over_a_change_to_winter_time() {
        Instant friday = Instant.parse("2026-10-31T03:00:00Z"); // 11 o'clock in the evening of the 30th
        var events = decide(heldFor(ExamType.TAILGATE), new StartExam(ID, EXAM), friday);
        assertThat(begun(events, DETENTION_DECISION).due()).isEqualTo("2026-11-07T04:59:59.999Z");
        assertThat(begun(events, DEEMED_EXCLUSION).due()).isEqualTo("2026-11-30T04:59:59.999Z");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENT_REVIEW", "NON_INTRUSIVE", "PARTNER_AGENCY"})
    void papers_an_image_and_an_exam_for_another_agency_present_nothing(ExamType type) {
        assertThat(decide(heldFor(type), new StartExam(ID, EXAM), WEDNESDAY))
                .containsExactly(new ExamStarted(ID, EXAM, WEDNESDAY));
    }

    @Test
    void a_second_exam_does_not_give_more_time() {
        ShipmentState once = presented();
        ShipmentState again =
                after(once, new ExamOrdered(ID, new ExamId("e2"), ExamType.PARTIAL, null, null, WEDNESDAY));
        assertThat(decide(again, new StartExam(ID, new ExamId("e2")), WEDNESDAY.plus(Duration.ofDays(9))))
                .hasSize(1);
    }

    @Test
    void a_decision_to_detain_stops_the_first_clock_and_begins_that_of_the_notice() {
        Instant monday = Instant.parse("2026-11-30T20:00:00Z");
        var events = decide(presented(), new DetainShipment(ID, "papers are checked"), monday);
        assertThat(events.getFirst()).isEqualTo(new ShipmentDetained(ID, "papers are checked", monday));
        assertThat(begun(events, DETENTION_NOTICE).due()).isEqualTo("2026-12-08T04:59:59.999Z");
        assertThat(clocks(after(presented(), events))).containsExactly(DETENTION_NOTICE, DEEMED_EXCLUSION);
    }

    @Test
    void who_does_not_decide_in_time_has_detained_and_the_notice_is_due_from_that_day() {
        Instant late = DECISION_DUE.plus(Duration.ofHours(30));
        var events = decide(presented(), new RecordClockBreach(ID, DETENTION_DECISION, DECISION_DUE), late);
        assertThat(events.getFirst()).isEqualTo(new ClockBreached(ID, DETENTION_DECISION, DECISION_DUE, late));
        assertThat(begun(events, DETENTION_NOTICE).due()).isEqualTo("2026-12-11T04:59:59.999Z");
        assertThatThrownBy(() -> decide(after(presented(), events), new DetainShipment(ID, "late"), late))
                .isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void the_notice_stops_its_clock_and_leaves_the_thirty_days() {
        var detained = after(presented(), decide(presented(), new DetainShipment(ID, "papers"), WEDNESDAY));
        var notice = new IssueDetentionNotice(ID, new EntryId("n1"), "Importer Inc.", "papers", null);
        ShipmentState told = after(detained, decide(detained, notice, WEDNESDAY));
        assertThat(clocks(told)).containsExactly(DEEMED_EXCLUSION);
        assertThatThrownBy(() -> decide(told, notice, WEDNESDAY)).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void a_release_or_a_seizure_of_all_stops_every_clock_and_a_partial_seizure_none() {
        assertThat(clocks(after(presented(), released(ReleaseKind.FULL, WEDNESDAY))))
                .isEmpty();
        assertThat(clocks(after(presented(), seized(SeizureExtent.FULL)))).isEmpty();
        assertThat(clocks(after(presented(), seized(SeizureExtent.PARTIAL))))
                .containsExactly(DETENTION_DECISION, DEEMED_EXCLUSION);
        assertThat(clocks(
                        after(presented(), seized(SeizureExtent.PARTIAL), released(ReleaseKind.REMAINDER, WEDNESDAY))))
                .isEmpty();
    }

    @Test
    void a_conditional_release_can_be_called_back_for_thirty_days_and_is_final_then() {
        ShipmentState inspected =
                stage(targeted(), held(), ordered(), started(), examined(Finding.NO_DISCREPANCY), unheld());
        ShipmentState gone = after(inspected, decide(inspected, release(ReleaseKind.CONDITIONAL, null), WEDNESDAY));
        Instant due = WEDNESDAY.plus(Duration.ofDays(30));
        assertThat(clocks(gone)).containsExactly(CONDITIONAL_RELEASE);
        var over = decide(gone, new RecordClockBreach(ID, CONDITIONAL_RELEASE, due), due.plusMillis(1));
        assertThat(over).containsExactly(new ClockBreached(ID, CONDITIONAL_RELEASE, due, due.plusMillis(1)));
        assertThat(clocks(after(gone, over))).isEmpty();
    }

    @Test
    void a_demand_for_redelivery_is_to_be_approved_while_the_redelivery_period_runs() {
        ShipmentState gone = stage(targeted(), released(ReleaseKind.FULL, WEDNESDAY));
        Instant later = WEDNESDAY.plus(Duration.ofDays(10));
        ShipmentState demanded = after(gone, decide(gone, new DemandRedelivery(ID, DEMAND, "late report"), later));
        assertThat(running(demanded).getFirst().due()).isEqualTo(WEDNESDAY.plus(Duration.ofDays(30)));
        assertThat(clocks(demanded)).containsExactly(REDELIVERY);
        assertThat(clocks(after(demanded, calledBack()))).isEmpty();
    }

    @Test
    void a_warning_is_given_once_and_neither_before_its_time_nor_after_that_of_the_clock() {
        var warn = new WarnOfClock(ID, DETENTION_DECISION, DECISION_DUE);
        Instant from = Instant.parse("2026-12-02T05:00:00Z");
        refused(presented(), warn, from.minusMillis(1));
        refused(presented(), warn, DECISION_DUE.plusMillis(1));
        assertThat(decide(presented(), warn, DECISION_DUE)).hasSize(1);
        ShipmentState warned = after(presented(), decide(presented(), warn, from));
        refused(warned, warn, from);
        refused(warned, new WarnOfClock(ID, DETENTION_DECISION, DECISION_DUE.plusMillis(1)), from);
    }

    @Test
    void a_breach_is_recorded_once_and_escalated_once() {
        var record = new RecordClockBreach(ID, DETENTION_DECISION, DECISION_DUE);
        var escalate = new EscalateClockBreach(ID, DETENTION_DECISION, DECISION_DUE);
        Instant late = DECISION_DUE.plusMillis(1);
        refused(presented(), record, DECISION_DUE);
        refused(presented(), escalate, late);
        ShipmentState over = after(presented(), decide(presented(), record, late));
        refused(over, record, late);
        var escalated = decide(over, escalate, late);
        assertThat(escalated)
                .containsExactly(new Escalated(ID, "DETENTION_DECISION was due 2026-12-04T04:59:59.999Z", late));
        refused(after(over, escalated), escalate, late);
    }

    @Test
    void who_stops_a_clock_too_late_does_not_undo_the_breach_that_nobody_has_recorded_yet() {
        ShipmentState inspected = after(
                stage(targeted(), held(), ordered(), started(), examined(Finding.NO_DISCREPANCY), unheld()),
                ticking(DETENTION_DECISION, DECISION_DUE));
        Instant late = DECISION_DUE.plusMillis(1);
        assertThat(decide(inspected, release(ReleaseKind.FULL, null), late))
                .containsExactly(
                        new ClockBreached(ID, DETENTION_DECISION, DECISION_DUE, late),
                        released(ReleaseKind.FULL, late));
        assertThat(decide(inspected, release(ReleaseKind.FULL, null), DECISION_DUE))
                .containsExactly(released(ReleaseKind.FULL, DECISION_DUE));
    }

    @Test
    void goods_that_are_detained_by_law_are_not_detained_once_more() {
        var detain = new DetainShipment(ID, "papers");
        Instant late = DECISION_DUE.plusMillis(1);
        refused(presented(), detain, late);
        assertThat(LIFECYCLE.allowed(presented(), late)).doesNotContain("DetainShipment");
        assertThat(LIFECYCLE.allowed(presented(), DECISION_DUE)).contains("DetainShipment");
    }

    @Test
    void a_case_that_somebody_escalated_after_the_breach_is_not_escalated_again() {
        Instant late = DECISION_DUE.plusMillis(1);
        ShipmentState over = after(presented(), new ClockBreached(ID, DETENTION_DECISION, DECISION_DUE, late));
        ShipmentState raised = after(over, new Escalated(ID, "I saw it", late));
        assertThat(running(raised).getFirst().state()).isEqualTo(State.ESCALATED);
        refused(raised, new EscalateClockBreach(ID, DETENTION_DECISION, DECISION_DUE), late);
    }

    private static ShipmentState heldFor(ExamType type) {
        String agency = type == ExamType.PARTNER_AGENCY ? "FDA" : null;
        return stage(targeted(), held(), new ExamOrdered(ID, EXAM, type, agency, null, WEDNESDAY));
    }

    private static ShipmentState presented() {
        ShipmentState held = heldFor(ExamType.INTENSIVE);
        return after(held, decide(held, new StartExam(ID, EXAM), WEDNESDAY));
    }

    private static List<ShipmentEvent> decide(ShipmentState stage, ShipmentCommand command, Instant at) {
        Actor by = command instanceof OfClock ? Actor.system() : ANN;
        return LIFECYCLE.decide(stage, command, new Act(by, at));
    }

    private static void refused(ShipmentState stage, ShipmentCommand command, Instant at) {
        assertThatThrownBy(() -> decide(stage, command, at)).isInstanceOf(IllegalTransitionException.class);
    }

    private static ShipmentState after(ShipmentState stage, ShipmentEvent... events) {
        return after(stage, List.of(events));
    }

    private static ShipmentState after(ShipmentState stage, List<ShipmentEvent> events) {
        ShipmentState next = stage;
        for (ShipmentEvent event : events) {
            next = next.after(event);
        }
        return next;
    }

    private static ClockStarted begun(List<ShipmentEvent> events, LegalClock clock) {
        return events.stream()
                .filter(ClockStarted.class::isInstance)
                .map(ClockStarted.class::cast)
                .filter(e -> e.clock() == clock)
                .findFirst()
                .orElseThrow();
    }

    private static List<RunningClock> running(ShipmentState stage) {
        return ((ShipmentState.Declared) stage).details().clocks().running();
    }

    private static List<LegalClock> clocks(ShipmentState stage) {
        return running(stage).stream().map(RunningClock::clock).toList();
    }
}
