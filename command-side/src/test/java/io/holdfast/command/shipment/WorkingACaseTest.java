package io.holdfast.command.shipment;

import static io.holdfast.command.shipment.Shipments.by;
import static io.holdfast.command.shipment.domain.Cases.*;

import io.holdfast.command.shipment.domain.AlreadyAssignedException;
import io.holdfast.command.shipment.domain.AssignedToAnotherException;
import io.holdfast.command.shipment.domain.IllegalTransitionException;
import io.holdfast.command.shipment.domain.NoSuchExamException;
import io.holdfast.command.shipment.domain.NoSuchHoldException;
import io.holdfast.command.shipment.domain.NoSuchSampleException;
import io.holdfast.command.shipment.domain.SupervisorRequiredException;
import io.holdfast.shipment.*;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.InvalidValueException;
import java.time.Duration;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingACaseTest {
    final FixtureConfiguration<ShipmentAggregate> shipment = Shipments.fixture();

    @Test
    void a_targeted_shipment_can_be_held() {
        shipment.given(targeted())
                .when(placeHold("h9"), by(ANN))
                .expectEvents(held(new HoldId("h9")))
                .expectResultMessagePayload(new CommandResult(ID, 2, Status.HELD));
    }

    @Test
    void a_released_shipment_cannot_be_held() {
        shipment.given(targeted(), released(ReleaseKind.FULL, NOW))
                .when(placeHold("h9"), by(ANN))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
    }

    @Test
    void removing_one_of_two_holds_never_frees_the_shipment() {
        shipment.given(targeted(), held(), held(new HoldId("h2")))
                .when(new RemoveHold(ID, HOLD, "resolved"), by(ANN))
                .expectEvents(unheld())
                .expectResultMessagePayload(new CommandResult(ID, 4, Status.HELD));
    }

    @Test
    void removing_the_last_hold_before_an_exam_leaves_it_targeted() {
        shipment.given(targeted(), held())
                .when(new RemoveHold(ID, HOLD, "resolved"), by(ANN))
                .expectResultMessagePayload(new CommandResult(ID, 3, Status.TARGETED));
    }

    @Test
    void removing_the_last_hold_after_an_exam_leaves_it_inspected() {
        shipment.given(targeted(), held(), ordered(), started(), examined(Finding.NO_DISCREPANCY))
                .when(new RemoveHold(ID, HOLD, "resolved"), by(ANN))
                .expectResultMessagePayload(new CommandResult(ID, 6, Status.INSPECTED));
    }

    @Test
    void a_hold_that_is_not_there_cannot_be_removed() {
        shipment.given(targeted(), held())
                .when(new RemoveHold(ID, new HoldId("h2"), "resolved"), by(ANN))
                .expectNoEvents()
                .expectException(NoSuchHoldException.class);
    }

    @Test
    void an_exam_is_completed_only_after_it_was_started() {
        var complete = new CompleteExam(ID, EXAM, result(Finding.NO_DISCREPANCY));
        shipment.given(targeted(), held(), ordered())
                .when(complete, by(ANN))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
        shipment.given(targeted(), held(), ordered(), started())
                .when(complete, by(ANN))
                .expectEvents(examined(Finding.NO_DISCREPANCY));
    }

    @Test
    void a_started_exam_is_not_waived() {
        var second = new ExamOrdered(ID, new ExamId("e2"), ExamType.TAILGATE, null, null, NOW);
        shipment.given(targeted(), held(), ordered(), started(), second)
                .when(new WaiveExam(ID, EXAM, WaiverReason.SAFETY_HAZARD, null), by(ANN))
                .expectNoEvents()
                .expectExceptionMessage("WaiveExam names exam e1, which is not ordered and not started");
    }

    @Test
    void an_exam_that_nobody_ordered_is_not_started() {
        shipment.given(targeted(), held(), ordered())
                .when(new StartExam(ID, new ExamId("e2")), by(ANN))
                .expectNoEvents()
                .expectException(NoSuchExamException.class);
    }

    @Test
    void a_correction_names_what_it_corrects_and_the_next_one_corrects_the_correction() {
        var first = result(Finding.CONTRABAND_PRESUMPTIVE);
        var second = result(Finding.UNDERVALUATION);
        var corrected = new ExamResultCorrected(ID, EXAM, first, second, "misread", NOW);
        shipment.given(targeted(), held(), ordered(), started(), examined(Finding.CONTRABAND_PRESUMPTIVE), corrected)
                .when(new CorrectExamResult(ID, EXAM, first, "right at first"), by(ANN))
                .expectEvents(new ExamResultCorrected(ID, EXAM, second, first, "right at first", NOW));
    }

    @Test
    void a_laboratory_reports_only_on_a_sample_that_was_taken() {
        var other = new RecordLabResult(ID, new SampleId("s2"), labResult(Finding.CONTRABAND_CONFIRMED));
        shipment.given(targeted(), held(), ordered(), started(), examined(Finding.UNRESOLVED_ANOMALY))
                .when(other, by(ANN))
                .expectNoEvents()
                .expectException(NoSuchSampleException.class);
    }

    @Test
    void a_laboratory_can_report_after_the_release() {
        shipment.given(
                        targeted(),
                        held(),
                        ordered(),
                        started(),
                        examined(Finding.UNRESOLVED_ANOMALY),
                        unheld(),
                        released(ReleaseKind.CONDITIONAL, NOW))
                .when(new RecordLabResult(ID, SAMPLE, labResult(Finding.CONTRABAND_CONFIRMED)), by(ANN))
                .expectEvents(reported(Finding.CONTRABAND_CONFIRMED));
    }

    @Test
    void a_case_is_claimed_by_one_person() {
        shipment.given(targeted()).when(new Claim(ID), by(ANN)).expectEvents(claimed(ANN));
        shipment.given(targeted(), claimed(ANN))
                .when(new Claim(ID), by(BOB))
                .expectNoEvents()
                .expectException(AssignedToAnotherException.class);
        shipment.given(targeted(), claimed(ANN))
                .when(new Claim(ID), by(ANN))
                .expectNoEvents()
                .expectException(AlreadyAssignedException.class);
    }

    @Test
    void a_supervisor_can_take_a_case_over_and_the_event_says_from_whom() {
        shipment.given(targeted(), claimed(ANN))
                .when(new Claim(ID), by(SUE))
                .expectEvents(new Claimed(ID, SUE.id(), ANN.id(), NOW));
    }

    @Test
    void only_a_supervisor_reassigns() {
        var reassign = new Reassign(ID, BOB.id(), "load");
        shipment.given(targeted(), claimed(ANN))
                .when(reassign, by(ANN))
                .expectNoEvents()
                .expectException(SupervisorRequiredException.class);
        shipment.given(targeted(), claimed(ANN))
                .when(reassign, by(SUE))
                .expectEvents(new Reassigned(ID, BOB.id(), ANN.id(), "load", NOW));
    }

    @Test
    void another_persons_case_is_not_returned_to_the_queue() {
        shipment.given(targeted(), claimed(ANN))
                .when(new ReturnToQueue(ID, "shift ends"), by(BOB))
                .expectNoEvents()
                .expectException(AssignedToAnotherException.class);
    }

    @Test
    void a_case_is_snoozed_into_the_near_future_only() {
        shipment.given(targeted(), claimed(ANN))
                .when(new Snooze(ID, NOW, "later"), by(ANN))
                .expectNoEvents()
                .expectException(InvalidValueException.class);
        shipment.given(targeted(), claimed(ANN))
                .when(new Snooze(ID, NOW.plus(Duration.ofDays(31)), "much later"), by(ANN))
                .expectNoEvents()
                .expectException(InvalidValueException.class);
        shipment.given(targeted(), claimed(ANN))
                .when(new Snooze(ID, NOW.plus(Duration.ofDays(30)), "later"), by(ANN))
                .expectEvents(new Snoozed(ID, NOW.plus(Duration.ofDays(30)), "later", NOW));
    }

    @Test
    void a_case_is_snoozed_by_whose_it_is_or_by_a_supervisor() {
        var snooze = new Snooze(ID, NOW.plus(Duration.ofDays(1)), "later");
        shipment.given(targeted(), claimed(ANN))
                .when(snooze, by(BOB))
                .expectNoEvents()
                .expectException(AssignedToAnotherException.class);
        shipment.given(targeted())
                .when(snooze, by(BOB))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
        shipment.given(targeted(), claimed(ANN))
                .when(snooze, by(SUE))
                .expectEvents(new Snoozed(ID, snooze.until(), "later", NOW));
        shipment.given(targeted()).when(snooze, by(SUE)).expectEvents(new Snoozed(ID, snooze.until(), "later", NOW));
    }
}
