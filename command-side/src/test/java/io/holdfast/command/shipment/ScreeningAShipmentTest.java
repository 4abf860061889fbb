package io.holdfast.command.shipment;

import static io.holdfast.command.shipment.Shipments.by;
import static io.holdfast.command.shipment.domain.Cases.*;

import io.holdfast.command.shipment.domain.DifferentDeclarationException;
import io.holdfast.command.shipment.domain.PortOutOfScopeException;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.command.ShipmentCommand.ScreenShipment;
import io.holdfast.shipment.command.ShipmentCommand.TargetShipment;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.InvalidValueException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningAShipmentTest {
    @Test
    void a_declaration_that_the_rules_select_opens_a_targeted_case_with_all_that_explains_it() {
        Shipments.fixture()
                .givenNoPriorActivity()
                .when(new ScreenShipment(DECLARATION), by(ANN))
                .expectEvents(new ShipmentTargeted(ID, DECLARATION, SelectionBasis.RULES, SCREENING, null, NOW))
                .expectResultMessagePayload(new Screened(ID, 1, Status.TARGETED, false));
    }

    @Test
    void a_declaration_that_no_rule_selects_is_released_at_once() {
        Shipments.fixture(NOW, new ScreeningDecision(SCREENING, null))
                .givenNoPriorActivity()
                .when(new ScreenShipment(DECLARATION), by(ANN))
                .expectEvents(new ShipmentCleared(ID, DECLARATION, SCREENING, NOW))
                .expectResultMessagePayload(new Screened(ID, 1, Status.RELEASED, false));
    }

    @Test
    void the_same_declaration_once_more_gets_the_outcome_of_the_first_time() {
        Shipments.fixture()
                .given(cleared(), demanded(), calledBack(), held())
                .when(new ScreenAgain(DECLARATION), by(ANN))
                .expectNoEvents()
                .expectResultMessagePayload(new Screened(ID, 4, Status.RELEASED, true));
    }

    @Test
    void another_declaration_of_the_same_shipment_is_refused() {
        Shipments.fixture()
                .given(targeted())
                .when(new ScreenAgain(declaration(ID, "1101")), by(ANN))
                .expectNoEvents()
                .expectException(DifferentDeclarationException.class);
    }

    @Test
    void nobody_opens_a_case_at_a_port_out_of_scope() {
        Shipments.fixture()
                .givenNoPriorActivity()
                .when(new ScreenShipment(DECLARATION), by(at(ANN, "1101")))
                .expectNoEvents()
                .expectException(PortOutOfScopeException.class);
    }

    @Test
    void an_officer_can_open_a_case_on_a_tip() {
        Shipments.fixture()
                .givenNoPriorActivity()
                .when(new TargetShipment(ID, DECLARATION, SelectionBasis.INTELLIGENCE, "tip"), by(ANN))
                .expectEvents(new ShipmentTargeted(ID, DECLARATION, SelectionBasis.INTELLIGENCE, null, "tip", NOW))
                .expectResultMessagePayload(new CommandResult(ID, 1, Status.TARGETED));
    }

    @Test
    void a_new_case_needs_a_declaration() {
        Shipments.fixture()
                .givenNoPriorActivity()
                .when(new TargetShipment(ID, null, SelectionBasis.INTELLIGENCE, "tip"), by(ANN))
                .expectNoEvents()
                .expectException(InvalidValueException.class);
    }

    @Test
    void new_grounds_are_recorded_once_after_a_redelivery_and_without_a_declaration() {
        var again = new TargetShipment(ID, null, SelectionBasis.INTELLIGENCE, "tip");
        var recorded = new ShipmentTargeted(ID, null, SelectionBasis.INTELLIGENCE, null, "tip", NOW);
        Shipments.fixture()
                .given(cleared(), demanded(), calledBack())
                .when(again, by(ANN))
                .expectEvents(recorded);
        Shipments.fixture()
                .given(cleared(), demanded(), calledBack(), recorded)
                .when(again, by(ANN))
                .expectNoEvents()
                .expectExceptionMessage(
                        "TargetShipment is allowed for a shipment without a case, and once for a TARGETED"
                                + " one that a redelivery brought back");
    }
}
