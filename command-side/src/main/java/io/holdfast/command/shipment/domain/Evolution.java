package io.holdfast.command.shipment.domain;

import io.holdfast.command.shipment.domain.Custody.Goods;
import io.holdfast.command.shipment.domain.Stage.Declared;
import io.holdfast.command.shipment.domain.Stage.Demand;
import io.holdfast.command.shipment.domain.Stage.Held;
import io.holdfast.command.shipment.domain.Stage.Inspected;
import io.holdfast.command.shipment.domain.Stage.Released;
import io.holdfast.command.shipment.domain.Stage.Seized;
import io.holdfast.command.shipment.domain.Stage.SeizureRequest;
import io.holdfast.command.shipment.domain.Stage.Targeted;
import io.holdfast.command.shipment.domain.Stage.Undeclared;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentEvent.*;
import io.holdfast.shipment.Status;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What each event makes of each stage. Total: an event that no command could have led to changes as little as it can. */
final class Evolution {
    private Evolution() {}

    static Stage after(Stage stage, ShipmentEvent event) {
        return switch (stage) {
            case Undeclared none -> opened(none, event);
            case Declared declared -> ticking(after(declared, event), event);
        };
    }

    private static Stage opened(Undeclared none, ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted e
            when e.declaration() != null -> new Targeted(Dossier.opened(e.declaration(), Status.TARGETED));
            case ShipmentCleared e -> new Released(Dossier.opened(e.declaration(), Status.RELEASED), e.at(), null);
            default -> none;
        };
    }

    private static Stage after(Declared d, ShipmentEvent event) {
        Dossier dossier = d.dossier();
        return switch (event) {
            case ShipmentTargeted _ -> new Targeted(dossier.calledBack(false));
            case ShipmentCleared e -> new Released(dossier.closed(), e.at(), null);
            case HoldPlaced e -> held(d, d.holds().plus(e.holdId()));
            case HoldRemoved e -> held(d, d.holds().minus(e.holdId()));
            case ExamOrdered e -> d.with(dossier.with(e.examId(), new Exam.Ordered(e.type())));
            case ExamStarted e -> d.with(dossier.with(e.examId(), new Exam.Started()));
            case ExamCompleted e ->
                new Inspected(dossier.with(e.examId(), new Exam.Completed(e.result())), d.holds(), pending(d));
            case ExamWaived e -> d.with(dossier.with(e.examId(), new Exam.Dropped()));
            case ExamResultCorrected e -> d.with(dossier.with(e.examId(), new Exam.Completed(e.result())));
            case LabResultRecorded e -> d.with(dossier.withLaboratory(e.result().finding()));
            case SeizureRequested e ->
                asked(d, new SeizureRequest(e.requestId(), e.extent(), e.lines(), e.requestedBy()));
            case SeizureRejected _ -> asked(d, null);
            case ShipmentSeized e -> new Seized(dossier.examined(), d.holds(), Custody.of(e.extent(), e.lines()));
            case CustodyTransferred e -> kept(d, custody -> custody.weighed(e.weighed()));
            case GoodsForfeited _ -> kept(d, Custody::forfeit);
            case GoodsDestroyed e ->
                kept(d, custody -> custody.weighed(e.weighed()).now(Goods.DESTROYED));
            case GoodsRemitted _ -> kept(d, custody -> custody.now(Goods.REMITTED));
            case ShipmentReleased e ->
                e.kind() == ReleaseKind.REMAINDER
                        ? kept(d, Custody::withoutRemainder)
                        : new Released(dossier.closed(), e.at(), null);
            case RedeliveryDemanded e -> demanded(d, new Demand(e.demandId(), e.demandedBy()));
            case RedeliveryApproved _ -> new Targeted(dossier.calledBack(true));
            case Claimed e -> d.with(dossier.assignedTo(e.assignee()));
            case Reassigned e -> d.with(dossier.assignedTo(e.assignee()));
            case ReturnedToQueue _ -> d.with(dossier.assignedTo(null));
            case CustodyDiscrepancyFound _, ReferredForProsecution _, ArrestRecorded _ -> d;
            case CasesLinked e -> d.with(dossier.linked(new Link(e.other(), e.relation())));
            case Escalated _, Snoozed _, NoteAdded _, EvidenceAttached _, Tagged _ -> d;
            case OperationAssigned _ -> d;
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _, ClockWarned _, ClockBreached _ -> d;
        };
    }

    private static Stage ticking(Stage stage, ShipmentEvent event) {
        return stage instanceof Declared d ? d.with(d.dossier().ticking(event)) : stage;
    }

    /** HELD means that nothing has been examined since the case was opened, so the last hold to go leaves it TARGETED. */
    private static Stage held(Declared d, Holds holds) {
        return switch (d) {
            case Targeted _, Held _ -> holds.none() ? new Targeted(d.dossier()) : new Held(d.dossier(), holds);
            case Inspected i -> new Inspected(i.dossier(), holds, i.pending());
            case Seized s -> new Seized(s.dossier(), holds, s.custody());
            case Released r -> r;
        };
    }

    private static @Nullable SeizureRequest pending(Declared d) {
        return d instanceof Inspected i ? i.pending() : null;
    }

    private static Stage asked(Declared d, @Nullable SeizureRequest request) {
        return d instanceof Inspected i ? new Inspected(i.dossier(), i.holds(), request) : d;
    }

    private static Stage kept(Declared d, UnaryOperator<Custody> change) {
        return d instanceof Seized s ? new Seized(s.dossier(), s.holds(), change.apply(s.custody())) : d;
    }

    private static Stage demanded(Declared d, Demand demand) {
        return d instanceof Released r ? new Released(r.dossier(), r.since(), demand) : d;
    }
}
