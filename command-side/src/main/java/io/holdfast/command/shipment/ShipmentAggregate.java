package io.holdfast.command.shipment;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.holdfast.command.shipment.domain.NoSuchShipment;
import io.holdfast.command.shipment.domain.Stage;
import io.holdfast.command.shipment.domain.Stage.Declared;
import io.holdfast.shipment.ShipmentCommand;
import io.holdfast.shipment.ShipmentCommand.*;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell around the domain: Axon 4 routes by the class of the command, so there is one line for each. */
@Aggregate(commandTargetResolver = "shipmentTargets", cache = "shipmentCache")
class ShipmentAggregate {
    @AggregateIdentifier
    private @Nullable ShipmentId id;

    private Stage stage = Stage.NEW;

    ShipmentAggregate() {}

    /** Appends without looking: a declaration that is new, as nearly all are, costs no read. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Screened handle(ScreenShipment c, CommandMessage<?> m, Ruling r) {
        return screened(c, m, r);
    }

    @CommandHandler
    Screened handle(ScreenAgain c, CommandMessage<?> m, Ruling r) {
        return screened(new ScreenShipment(c.declaration()), m, r);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Done handle(TargetShipment c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(PlaceHold c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RemoveHold c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(OrderExam c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(StartExam c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(CompleteExam c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(WaiveExam c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(CorrectExamResult c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RecordLabResult c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RequestSeizure c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(ApproveSeizure c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RejectSeizure c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(TransferCustody c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(ReferForProsecution c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RecordArrest c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(ForfeitGoods c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(DestroyGoods c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RemitGoods c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(ReleaseShipment c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(DemandRedelivery c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(ApproveRedelivery c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(Claim c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(ReturnToQueue c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(Reassign c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(Escalate c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(Snooze c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(AddNote c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(AttachEvidence c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(Tag c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    /** The near end of a link; {@link TwoCases} handles the command. */
    Done handle(LinkCases c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    /** The far end of a link. */
    void linkedBack(LinkCases c, CommandMessage<?> m, Ruling r) {
        r.onLinkedBack(c, m, stage).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    Done handle(AssignOperation c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(DetainShipment c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(IssueDetentionNotice c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(WarnOfClock c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(RecordClockBreach c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @CommandHandler
    Done handle(EscalateClockBreach c, CommandMessage<?> m, Ruling r) {
        return obey(c, m, r);
    }

    @EventSourcingHandler
    void on(ShipmentEvent event) {
        id = event.shipmentId();
        stage = stage.after(event);
    }

    private Done obey(ShipmentCommand c, CommandMessage<?> m, Ruling r) {
        r.on(c, m, stage, version()).forEach(AggregateLifecycle::apply);
        return new Done(c.shipmentId(), version(), opened(c).status());
    }

    private Screened screened(ScreenShipment c, CommandMessage<?> m, Ruling r) {
        var events = r.on(c, m, stage, version());
        events.forEach(AggregateLifecycle::apply);
        return new Screened(c.shipmentId(), version(), opened(c).dossier().intake(), events.isEmpty());
    }

    private Declared opened(ShipmentCommand c) {
        if (stage instanceof Declared declared) {
            return declared;
        }
        throw new NoSuchShipment(c.shipmentId());
    }

    private static long version() {
        Long last = getVersion();
        return last == null ? 0 : last + 1;
    }
}
