package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Permission;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.DemandId;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.SeizureRequestId;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.CaseDetails;
import io.holdfast.shipment.state.Link;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Demand;
import io.holdfast.shipment.state.ShipmentState.Inspected;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.shipment.state.ShipmentState.Seized;
import io.holdfast.shipment.state.ShipmentState.SeizureRequest;
import io.holdfast.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides the events of a command on a declared shipment that the transition table allows, after checking the rules
 * that depend on the actor and on the command's values.
 *
 * @param colleagues looks up the user to whom a case is to be assigned
 * @param illegal creates the exception for an illegal transition from its reason
 */
record ShipmentDecider(
        Declared stage,
        Act act,
        Policies policies,
        Colleagues colleagues,
        Function<String, IllegalTransitionException> illegal) {

    /** Maximum number of active holds: more would add nothing, and everything that shows a case stays bounded. */
    static final int MOST_HOLDS = 50;

    List<ShipmentEvent> on(ShipmentCommand command) {
        return switch (command) {
            case ScreenShipment c -> throw illegal.apply("was decided on " + c.shipmentId() + " before");
            case TargetShipment c -> List.of(targetedAnew(c));
            case PlaceHold c -> List.of(placed(c));
            case RemoveHold c -> List.of(removed(c));
            case ExamCommand c -> List.of(new ExamDecider(stage.details().exams(), now(), illegal).on(c));
            case RequestSeizure c ->
                List.of(new SeizureRequested(c.shipmentId(), c.requestId(), c.extent(), c.lines(), actor(), now()));
            case ApproveSeizure c -> List.of(seized(c));
            case RejectSeizure c -> List.of(rejected(c));
            case CustodyCommand c -> new CustodyDecider(stage, now(), policies.custody()).on(c);
            case ReleaseShipment c -> List.of(released(c));
            case DemandRedelivery c -> List.of(demanded(c));
            case ApproveRedelivery c -> List.of(approved(c));
            case Claim c -> List.of(claimed(c));
            case ReturnToQueue c -> List.of(returned(c));
            case Reassign c -> List.of(reassigned(c));
            case Escalate c -> List.of(new Escalated(c.shipmentId(), c.reason(), now()));
            case Snooze c -> List.of(snoozed(c));
            case AddNote c -> List.of(new NoteAdded(c.shipmentId(), c.noteId(), c.text(), now()));
            case AttachEvidence c -> List.of(new EvidenceAttached(c.shipmentId(), c.evidenceId(), c.evidence(), now()));
            case Tag c -> List.of(new Tagged(c.shipmentId(), c.tag(), now()));
            case LinkCases c -> List.of(linked(c));
            case ClockCommand c -> List.of(new ClockDecider(stage, now(), illegal).on(c));
            case AssignOperation c -> List.of(new OperationAssigned(c.shipmentId(), c.operation(), now()));
        };
    }

    private Instant now() {
        return act.at();
    }

    private UserId actor() {
        return act.actor().id();
    }

    private ShipmentEvent targetedAnew(TargetShipment c) {
        if (c.declaration() != null) {
            throw new InvalidValueException("declaration", "must be left out, because there is a case");
        }
        return new ShipmentTargeted(c.shipmentId(), null, c.basis(), null, c.reason(), now());
    }

    private ShipmentEvent placed(PlaceHold c) {
        if (stage.holds().containsKey(c.holdId())) {
            throw illegal.apply("names hold " + c.holdId() + ", which is active already");
        }
        if (stage.holds().size() >= MOST_HOLDS) {
            throw illegal.apply("is for a case with fewer than " + MOST_HOLDS + " active holds");
        }
        return new HoldPlaced(c.shipmentId(), c.holdId(), c.type(), c.agency(), c.reason(), c.location(), now());
    }

    private ShipmentEvent removed(RemoveHold c) {
        if (!stage.holds().containsKey(c.holdId())) {
            throw new NoSuchHoldException(c.holdId());
        }
        return new HoldRemoved(c.shipmentId(), c.holdId(), c.reason(), now());
    }

    private SeizureRequest pendingSeizure(SeizureRequestId id) {
        SeizureRequest pending = stage instanceof Inspected i ? i.pending() : null;
        if (pending == null || !pending.id().equals(id)) {
            throw new NoSuchSeizureRequestException(id);
        }
        return pending;
    }

    private Demand pendingDemand(DemandId id) {
        Demand pending = stage instanceof Released r ? r.pending() : null;
        if (pending == null || !pending.id().equals(id)) {
            throw new NoSuchDemandException(id);
        }
        return pending;
    }

    private ShipmentEvent seized(ApproveSeizure c) {
        SeizureRequest r = pendingSeizure(c.requestId());
        SecondPerson.check(c, act.actor(), "request to seize", r.requestedBy());
        return new ShipmentSeized(
                c.shipmentId(), r.id(), r.extent(), r.lines(), c.fpfCaseNumber(), r.requestedBy(), actor(), now());
    }

    private ShipmentEvent rejected(RejectSeizure c) {
        SeizureRequest r = pendingSeizure(c.requestId());
        SecondPerson.check(c, act.actor(), "request to seize", r.requestedBy());
        return new SeizureRejected(c.shipmentId(), r.id(), c.reason(), actor(), now());
    }

    private ShipmentEvent released(ReleaseShipment c) {
        boolean remainder = stage instanceof Seized;
        if (remainder != (c.kind() == ReleaseKind.REMAINDER)) {
            throw illegal.apply("of a REMAINDER is for what a partial seizure left, and nothing else is for that");
        }
        ReleaseWaiver.check(stage, c.waiver());
        return new ShipmentReleased(c.shipmentId(), c.kind(), c.waiver(), c.reason(), now());
    }

    private ShipmentEvent demanded(DemandRedelivery c) {
        if (stage instanceof Released r) {
            policies.redelivery().check(r.since(), now());
        }
        return new RedeliveryDemanded(c.shipmentId(), c.demandId(), c.reason(), actor(), now());
    }

    private ShipmentEvent approved(ApproveRedelivery c) {
        Demand d = pendingDemand(c.demandId());
        SecondPerson.check(c, act.actor(), "demand for redelivery", d.demandedBy());
        return new RedeliveryApproved(c.shipmentId(), d.id(), d.demandedBy(), actor(), now());
    }

    private @Nullable UserId assignee() {
        return stage.details().assignee();
    }

    private ShipmentEvent claimed(Claim c) {
        UserId previous = assignee();
        if (previous != null && actor().equals(previous)) {
            throw new AlreadyAssignedException(previous);
        }
        if (previous != null && !act.actor().may(Permission.SUPERVISE_CASES)) {
            throw new AssignedToAnotherException(previous);
        }
        return new Claimed(c.shipmentId(), actor(), previous, now());
    }

    private ShipmentEvent returned(ReturnToQueue c) {
        UserId previous = assignee();
        if (previous == null) {
            throw illegal.apply("is for a case that is assigned");
        }
        if (!actor().equals(previous) && !act.actor().may(Permission.SUPERVISE_CASES)) {
            throw new AssignedToAnotherException(previous);
        }
        return new ReturnedToQueue(c.shipmentId(), previous, c.reason(), now());
    }

    private ShipmentEvent reassigned(Reassign c) {
        SecondPerson.checkSupervisor(c, act.actor());
        if (c.assignee().equals(assignee())) {
            throw new AlreadyAssignedException(c.assignee());
        }
        colleagues.checkAssignable(c.assignee(), stage.details().declaration().port());
        return new Reassigned(c.shipmentId(), c.assignee(), assignee(), c.reason(), now());
    }

    private ShipmentEvent linked(LinkCases c) {
        if (stage.details().links().contains(new Link(c.other(), c.relation()))) {
            throw illegal.apply(
                    "names " + c.other() + ", with which the case is linked as " + c.relation() + " already");
        }
        if (stage.details().isFullyLinked()) {
            throw illegal.apply("is for a case with fewer than " + CaseDetails.MOST_LINKS + " links");
        }
        return new CasesLinked(c.shipmentId(), c.other(), c.relation(), now());
    }

    private ShipmentEvent snoozed(Snooze c) {
        UserId owner = assignee();
        if (!actor().equals(owner) && !act.actor().may(Permission.SUPERVISE_CASES)) {
            throw owner == null
                    ? illegal.apply("is for whose case it is, and it is nobody's: claim it first")
                    : new AssignedToAnotherException(owner);
        }
        policies.snooze().check(c.until(), now());
        return new Snoozed(c.shipmentId(), c.until(), c.reason(), now());
    }
}
