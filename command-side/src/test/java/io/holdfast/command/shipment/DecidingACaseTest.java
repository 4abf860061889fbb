package io.holdfast.command.shipment;

import static io.holdfast.command.shipment.Shipments.by;
import static io.holdfast.command.shipment.domain.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.Actor;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.FourEyesException;
import io.holdfast.command.shipment.domain.IllegalTransitionException;
import io.holdfast.command.shipment.domain.NoSuchSeizureRequestException;
import io.holdfast.command.shipment.domain.NoSuchShipmentException;
import io.holdfast.command.shipment.domain.RedeliveryPeriodOverException;
import io.holdfast.command.shipment.domain.StaleVersionException;
import io.holdfast.command.shipment.domain.SupervisorRequiredException;
import io.holdfast.command.shipment.domain.WaiverRequiredException;
import io.holdfast.shipment.*;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Mass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecidingACaseTest {
    private static final ApproveSeizure APPROVE = new ApproveSeizure(ID, REQUEST, "2026-2704-1");
    final FixtureConfiguration<ShipmentAggregate> shipment = Shipments.fixture();

    private TestExecutor<ShipmentAggregate> given(Finding found, ShipmentEvent... then) {
        var events = new ArrayList<>(List.of(targeted(), held(), ordered(), started(), examined(found)));
        events.addAll(Arrays.asList(then));
        return shipment.given(events);
    }

    @Test
    void a_seizure_is_approved_by_a_supervisor_who_did_not_request_it() {
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(APPROVE, by(SUE))
                .expectEvents(seized(SeizureExtent.FULL))
                .expectResultMessagePayload(new CommandResult(ID, 7, Status.SEIZED));
    }

    @Test
    void a_case_has_at_most_fifty_active_holds_at_once() {
        var history = new ArrayList<ShipmentEvent>(List.of(targeted()));
        for (int i = 0; i < 50; i++) {
            history.add(new HoldPlaced(ID, new HoldId("m" + i), HoldType.MANIFEST, null, "papers", "yard", NOW));
        }
        var oneMore = new PlaceHold(ID, new HoldId("m50"), HoldType.MANIFEST, null, "papers", "yard");
        shipment.given(history)
                .when(oneMore, by(SUE))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
        history.add(new HoldRemoved(ID, new HoldId("m0"), "in order", NOW));
        Shipments.fixture().given(history).when(oneMore, by(SUE)).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_case_has_at_most_fifty_open_exams_at_once() {
        var history = new ArrayList<ShipmentEvent>(List.of(targeted(), held()));
        for (int i = 0; i < 50; i++) {
            history.add(new ExamOrdered(ID, new ExamId("x" + i), ExamType.TAILGATE, null, null, NOW));
        }
        var oneMore = new OrderExam(ID, new ExamId("x50"), ExamType.TAILGATE, null, null);
        shipment.given(history)
                .when(oneMore, by(SUE))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
        history.add(new ExamWaived(ID, new ExamId("x0"), WaiverReason.values()[0], null, NOW));
        Shipments.fixture().given(history).when(oneMore, by(SUE)).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_supervisor_cannot_approve_or_reject_what_the_same_supervisor_requested() {
        var own = new SeizureRequested(ID, REQUEST, SeizureExtent.FULL, List.of(line("24.1")), SUE.id(), NOW);
        given(Finding.CONTRABAND_PRESUMPTIVE, own)
                .when(APPROVE, by(SUE))
                .expectNoEvents()
                .expectException(FourEyesException.class);
        var sueInCapitals = new Actor(new UserId("SUE"), SUE.roles(), null, SUE.scope(), SUE.address());
        given(Finding.CONTRABAND_PRESUMPTIVE, own)
                .when(APPROVE, by(sueInCapitals))
                .expectNoEvents()
                .expectException(FourEyesException.class);
        given(Finding.CONTRABAND_PRESUMPTIVE, own)
                .when(new RejectSeizure(ID, REQUEST, "thin"), by(SUE))
                .expectNoEvents()
                .expectException(FourEyesException.class);
    }

    @Test
    void an_inspector_cannot_approve_a_seizure() {
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(APPROVE, by(BOB))
                .expectNoEvents()
                .expectException(SupervisorRequiredException.class);
    }

    @Test
    void a_request_that_is_not_pending_cannot_be_approved() {
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(new ApproveSeizure(ID, new SeizureRequestId("q2"), "2026-2704-1"), by(SUE))
                .expectNoEvents()
                .expectException(NoSuchSeizureRequestException.class);
    }

    @Test
    void a_seizure_needs_a_finding_that_supports_it() {
        given(Finding.DOCUMENT_DISCREPANCY)
                .when(requestSeizure("q9"), by(ANN))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
        given(Finding.UNRESOLVED_ANOMALY, reported(Finding.CONTRABAND_CONFIRMED))
                .when(requestSeizure("q1"), by(ANN))
                .expectEvents(requested(SeizureExtent.FULL));
    }

    @Test
    void a_gap_in_mass_beyond_the_tolerance_raises_a_discrepancy() {
        var seized = seized(SeizureExtent.FULL, line("20"), line("4"));
        given(Finding.CONTRABAND_PRESUMPTIVE, seized)
                .when(transfer("23.7"), by(ANN))
                .expectEvents(
                        transferred("23.7"),
                        new CustodyDiscrepancyFound(ID, Mass.ofKilograms("24"), Mass.ofKilograms("23.7"), NOW));
        given(Finding.CONTRABAND_PRESUMPTIVE, seized)
                .when(transfer("23.76"), by(ANN))
                .expectEvents(transferred("23.76"));
    }

    private static ShipmentEvent transferred(String kilograms) {
        var mass = Mass.ofKilograms(kilograms);
        return new CustodyTransferred(ID, new EntryId("t1"), "Officer Diaz", "Vault 1", null, mass, "custody", NOW);
    }

    @Test
    void each_weighing_is_compared_with_the_one_before_also_when_the_goods_are_destroyed() {
        var weighed =
                new CustodyTransferred(ID, new EntryId("t1"), "a", "b", null, Mass.ofKilograms("1000"), "custody", NOW);
        given(Finding.CONTRABAND_PRESUMPTIVE, seized(SeizureExtent.FULL, line("5"), pillPress()), weighed)
                .when(destroy("980"), by(SUE))
                .expectEvents(
                        new GoodsDestroyed(ID, Mass.ofKilograms("980"), "R. Alvarez", "Incineration", NOW),
                        new CustodyDiscrepancyFound(ID, Mass.ofKilograms("1000"), Mass.ofKilograms("980"), NOW));
    }

    @Test
    void nothing_is_compared_while_a_line_was_only_counted() {
        given(Finding.PILL_PRESS_OR_EQUIPMENT, seized(SeizureExtent.FULL, pillPress()))
                .when(destroy("980"), by(SUE))
                .expectEvents(new GoodsDestroyed(ID, Mass.ofKilograms("980"), "R. Alvarez", "Incineration", NOW));
    }

    @Test
    void a_release_needs_a_waiver_when_nothing_was_examined_and_only_then() {
        shipment.given(targeted())
                .when(release(ReleaseKind.FULL, null), by(ANN))
                .expectNoEvents()
                .expectException(WaiverRequiredException.class);
        given(Finding.NO_DISCREPANCY, unheld())
                .when(release(ReleaseKind.FULL, WaiverReason.TRUSTED_TRADER), by(ANN))
                .expectNoEvents()
                .expectException(InvalidValueException.class);
        given(Finding.NO_DISCREPANCY, unheld())
                .when(release(ReleaseKind.FULL, null), by(ANN))
                .expectEvents(released(ReleaseKind.FULL, NOW));
    }

    @Test
    void what_a_partial_seizure_left_is_released_as_a_remainder_and_stays_seized() {
        given(Finding.PILL_PRESS_OR_EQUIPMENT, unheld(), seized(SeizureExtent.PARTIAL))
                .when(release(ReleaseKind.FULL, null), by(ANN))
                .expectNoEvents()
                .expectException(IllegalTransitionException.class);
        given(Finding.PILL_PRESS_OR_EQUIPMENT, unheld(), seized(SeizureExtent.PARTIAL))
                .when(release(ReleaseKind.REMAINDER, null), by(ANN))
                .expectResultMessagePayload(new CommandResult(ID, 8, Status.SEIZED));
    }

    @Test
    void a_held_shipment_is_not_released_and_the_refusal_says_what_is_allowed() {
        shipment.given(targeted(), held())
                .when(release(ReleaseKind.FULL, WaiverReason.TRUSTED_TRADER), by(ANN))
                .expectNoEvents()
                .expectException(Matchers.matches((Throwable refused) -> {
                    var illegal = (IllegalTransitionException) refused;
                    assertThat(illegal.status()).isEqualTo(Status.HELD);
                    assertThat(illegal.command()).isEqualTo("ReleaseShipment");
                    assertThat(illegal.allowed())
                            .contains("RemoveHold", "OrderExam")
                            .doesNotContain("ReleaseShipment");
                    return true;
                }));
    }

    @Test
    void redelivery_is_demanded_within_thirty_days_of_the_release() {
        var demand = new DemandRedelivery(ID, DEMAND, "late report");
        var lastMoment = NOW.minus(Duration.ofDays(30));
        shipment.given(targeted(), released(ReleaseKind.FULL, lastMoment))
                .when(demand, by(ANN))
                .expectEvents(
                        demanded(),
                        new ClockStarted(ID, LegalClock.REDELIVERY, NOW, NOW.minus(Duration.ofDays(5)), NOW));
        shipment.given(targeted(), released(ReleaseKind.FULL, lastMoment.minusMillis(1)))
                .when(demand, by(ANN))
                .expectNoEvents()
                .expectException(RedeliveryPeriodOverException.class);
    }

    @Test
    void redelivery_is_approved_by_a_supervisor_who_did_not_demand_it() {
        var own = new RedeliveryDemanded(ID, DEMAND, "late report", SUE.id(), NOW);
        var approve = new ApproveRedelivery(ID, DEMAND);
        shipment.given(cleared(), own).when(approve, by(SUE)).expectNoEvents().expectException(FourEyesException.class);
        shipment.given(cleared(), demanded()).when(approve, by(BOB)).expectException(SupervisorRequiredException.class);
        shipment.given(cleared(), demanded())
                .when(approve, by(SUE))
                .expectEvents(calledBack())
                .expectResultMessagePayload(new CommandResult(ID, 3, Status.TARGETED));
    }

    @Test
    void a_decision_on_an_older_version_is_refused_with_both_versions() {
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(APPROVE, by(SUE, 5))
                .expectNoEvents()
                .expectException(Matchers.matches((Throwable refused) -> {
                    var stale = (StaleVersionException) refused;
                    assertThat(stale.expected()).isEqualTo(5);
                    assertThat(stale.actual()).isEqualTo(6);
                    return true;
                }));
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(APPROVE, by(SUE, 6))
                .expectEvents(seized(SeizureExtent.FULL));
    }

    @Test
    void a_case_out_of_scope_is_as_if_it_did_not_exist_whatever_the_version() {
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(APPROVE, by(at(SUE, "1101"), 5))
                .expectNoEvents()
                .expectException(NoSuchShipmentException.class);
        given(Finding.CONTRABAND_PRESUMPTIVE, requested(SeizureExtent.FULL))
                .when(APPROVE, by(at(SUE, "1101", "2704"), 6))
                .expectEvents(seized(SeizureExtent.FULL));
    }
}
