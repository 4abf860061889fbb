package io.holdfast.projection.workqueue;

import io.holdfast.query.BrowseQueue.OpenExam;
import io.holdfast.query.BrowseQueue.PendingApproval;
import io.holdfast.query.BrowseQueue.Priority;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Assignment;
import io.holdfast.shipment.state.CaseStatus;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A case as it appears in work queues. Closed cases are kept, in no queue: a redelivery can reopen them, while an event
 * that is delivered twice must not.
 *
 * @param country the country of departure
 * @param pending what waits for a second person
 * @param exams exams that are ordered or in progress
 * @param clocks the legal clocks that are running
 * @param enteredAt since when the case has waited for its current step
 */
public record QueueCase(
        ShipmentId shipmentId,
        PortCode port,
        Hs6 hs6,
        CountryCode country,
        CaseStatus standing,
        Selection selection,
        Work work,
        @Nullable PendingApproval pending,
        List<OpenExam> exams,
        Custody custody,
        Clocks clocks,
        Instant enteredAt,
        Instant lastChangeAt) {

    public QueueCase {
        exams = List.copyOf(exams);
    }

    /** The case after an event; empty if its first event has not been seen. */
    static Optional<QueueCase> fold(@Nullable QueueCase before, ShipmentEvent event) {
        if (before != null) {
            return Optional.of(before.after(event));
        }
        return event.declared().map(declared -> of(declared, event));
    }

    private static QueueCase of(Declaration d, ShipmentEvent first) {
        return new QueueCase(
                d.shipmentId(),
                d.port(),
                d.hs6(),
                d.countryOfDeparture(),
                CaseStatus.NONE.after(first),
                first instanceof ShipmentTargeted e ? Selection.of(e) : Selection.NONE,
                Work.UNTOUCHED,
                null,
                List.of(),
                Custody.NONE,
                Clocks.NONE.after(first),
                first.at(),
                first.at());
    }

    private QueueCase after(ShipmentEvent event) {
        QueueCase next = changedBy(event).folded(event);
        boolean sameStage = QueueStages.of(next).equals(QueueStages.of(this));
        return sameStage ? next : next.entering(event.at());
    }

    private QueueCase changedBy(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted e -> with(Selection.of(e));
            case RedeliveryDemanded e ->
                with(new PendingApproval(
                        PendingApproval.Kind.REDELIVERY, e.demandId().value(), e.demandedBy(), e.at()));
            case RedeliveryApproved e ->
                with(selection.calledBack(e.at())).with((PendingApproval) null).with(Custody.NONE);
            case SeizureRequested e ->
                with(new PendingApproval(
                        PendingApproval.Kind.SEIZURE, e.requestId().value(), e.requestedBy(), e.at()));
            case SeizureRejected _ -> with((PendingApproval) null);
            case ShipmentSeized e ->
                with((PendingApproval) null).with(List.<OpenExam>of()).with(Custody.of(e.extent()));
            case GoodsDestroyed _, GoodsRemitted _ -> with(custody.withoutGoods());
            case ShipmentReleased e -> e.closes() ? closed() : with(custody.withoutRemainder());
            case ExamOrdered e ->
                with(plus(without(e.examId().value()), new OpenExam(e.examId().value(), e.type(), false)));
            case ExamStarted e -> with(started(e));
            case ExamCompleted e -> with(without(e.examId().value()));
            case ExamWaived e -> with(without(e.examId().value()));
            case Claimed _, Reassigned _, ReturnedToQueue _ -> this; // the shared state covers it
            case Escalated _ -> with(work.raised());
            case Snoozed e -> with(work.snoozed(e.until()));
            case OperationAssigned e -> with(work.in(e.operation()));
            case ShipmentCleared _, HoldPlaced _, HoldRemoved _, ExamResultCorrected _, LabResultRecorded _ -> this;
            case CustodyTransferred _, CustodyDiscrepancyFound _, ReferredForProsecution _, ArrestRecorded _ -> this;
            case GoodsForfeited _, NoteAdded _, EvidenceAttached _, Tagged _, CasesLinked _ -> this;
            case ClockWarned _, ClockBreached _ -> with(work.snoozed(null)); // legal deadlines override a snooze
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _ -> this;
        };
    }

    /** The queues that contain the case, except those that depend on the caller; none if it is closed. */
    public Set<QueueName> queues() {
        return QueueStages.queues(this);
    }

    /** Its priority at this moment, with reasons. */
    public Priority priority(Instant now) {
        return Priorities.at(this, now);
    }

    private QueueCase closed() {
        return with((PendingApproval) null).with(List.<OpenExam>of()).with(work.done());
    }

    /** The case enters a new step. A snooze was meant for the previous step, so it ends. */
    private QueueCase entering(Instant when) {
        return copy(standing, selection, work.snoozed(null), pending, exams, custody, when, lastChangeAt);
    }

    private List<OpenExam> without(String examId) {
        return exams.stream()
                .filter(Predicate.not(exam -> exam.examId().equals(examId)))
                .toList();
    }

    private static List<OpenExam> plus(List<OpenExam> exams, OpenExam exam) {
        var more = new ArrayList<>(exams);
        more.add(exam);
        return more;
    }

    private List<OpenExam> started(ExamStarted e) {
        return exams.stream()
                .map(exam -> exam.examId().equals(e.examId().value())
                        ? new OpenExam(exam.examId(), exam.type(), true)
                        : exam)
                .toList();
    }

    /** Folds the parts that the shared state defines: status, holds, clocks and assignee. */
    private QueueCase folded(ShipmentEvent event) {
        return new QueueCase(
                shipmentId,
                port,
                hs6,
                country,
                standing.after(event),
                selection,
                work.assignedTo(new Assignment(work.assignee()).after(event).assignee()),
                pending,
                exams,
                custody,
                clocks.after(event),
                enteredAt,
                event.at());
    }

    private QueueCase with(Selection s) {
        return copy(standing, s, work, pending, exams, custody, enteredAt, lastChangeAt);
    }

    private QueueCase with(Work w) {
        return copy(standing, selection, w, pending, exams, custody, enteredAt, lastChangeAt);
    }

    private QueueCase with(@Nullable PendingApproval p) {
        return copy(standing, selection, work, p, exams, custody, enteredAt, lastChangeAt);
    }

    private QueueCase with(List<OpenExam> e) {
        return copy(standing, selection, work, pending, e, custody, enteredAt, lastChangeAt);
    }

    private QueueCase with(Custody c) {
        return copy(standing, selection, work, pending, exams, c, enteredAt, lastChangeAt);
    }

    private QueueCase copy(
            CaseStatus s,
            Selection sel,
            Work w,
            @Nullable PendingApproval p,
            List<OpenExam> e,
            Custody c,
            Instant entered,
            Instant changed) {
        return new QueueCase(shipmentId, port, hs6, country, s, sel, w, p, e, c, clocks, entered, changed);
    }
}
