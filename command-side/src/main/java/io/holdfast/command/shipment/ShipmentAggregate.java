package io.holdfast.command.shipment;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.holdfast.command.shipment.domain.NoSuchShipmentException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The shipment aggregate, a thin shell around the domain: Axon 4 routes by command class, so each command has one line.
 */
@Aggregate(commandTargetResolver = "shipmentTargets", cache = "shipmentCache")
class ShipmentAggregate {
    @AggregateIdentifier
    private @Nullable ShipmentId id;

    private ShipmentState stage = ShipmentState.NEW;

    ShipmentAggregate() {}

    /** Appends without reading first: a new declaration, as nearly all are, costs no read. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Screened handle(ScreenShipment c, CommandMessage<?> m, CommandDecision r) {
        return screened(c, m, r);
    }

    @CommandHandler
    Screened handle(ScreenAgain c, CommandMessage<?> m, CommandDecision r) {
        return screened(new ScreenShipment(c.declaration()), m, r);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(TargetShipment c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(PlaceHold c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RemoveHold c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(OrderExam c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(StartExam c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(CompleteExam c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(WaiveExam c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(CorrectExamResult c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RecordLabResult c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RequestSeizure c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(ApproveSeizure c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RejectSeizure c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(TransferCustody c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(ReferForProsecution c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RecordArrest c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(ForfeitGoods c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(DestroyGoods c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RemitGoods c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(ReleaseShipment c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(DemandRedelivery c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(ApproveRedelivery c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(Claim c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(ReturnToQueue c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(Reassign c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(Escalate c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(Snooze c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(AddNote c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(AttachEvidence c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(Tag c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    /** The near end of a link; {@link TwoCases} handles the command. */
    CommandResult handle(LinkCases c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    /** The far end of a link. */
    void linkedBack(LinkCases c, CommandMessage<?> m, CommandDecision r) {
        r.onLinkedBack(c, m, stage).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    CommandResult handle(AssignOperation c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(DetainShipment c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(IssueDetentionNotice c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(WarnOfClock c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(RecordClockBreach c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @CommandHandler
    CommandResult handle(EscalateClockBreach c, CommandMessage<?> m, CommandDecision r) {
        return execute(c, m, r);
    }

    @EventSourcingHandler
    void on(ShipmentEvent event) {
        id = event.shipmentId();
        stage = stage.after(event);
    }

    private CommandResult execute(ShipmentCommand c, CommandMessage<?> m, CommandDecision r) {
        r.on(c, m, stage, version()).forEach(AggregateLifecycle::apply);
        return new CommandResult(c.shipmentId(), version(), opened(c).status());
    }

    private Screened screened(ScreenShipment c, CommandMessage<?> m, CommandDecision r) {
        var events = r.on(c, m, stage, version());
        events.forEach(AggregateLifecycle::apply);
        return new Screened(c.shipmentId(), version(), opened(c).details().intake(), events.isEmpty());
    }

    private Declared opened(ShipmentCommand c) {
        if (stage instanceof Declared declared) {
            return declared;
        }
        throw new NoSuchShipmentException(c.shipmentId());
    }

    private static long version() {
        Long last = getVersion();
        return last == null ? 0 : last + 1;
    }
}
