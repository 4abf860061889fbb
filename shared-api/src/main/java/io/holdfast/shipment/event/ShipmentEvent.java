package io.holdfast.shipment.event;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.DemandId;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.ForfeitureKind;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.LabResult;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.LinkRelation;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.SampleId;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.SeizureRequestId;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Check;
import io.holdfast.value.LogicalName;
import io.holdfast.value.Mass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of a shipment. The actor, with roles, port and network address, is in the metadata of the message
 * (io.holdfast.actor.MetadataKeys).
 */
public sealed interface ShipmentEvent {
    /** The shipment that the event is about. */
    ShipmentId shipmentId();

    /** When it was decided, by the clock of the command side. */
    Instant at();

    /** The declaration that the event carries; empty for all but the first event of a shipment. */
    default Optional<Declaration> declared() {
        return Optional.empty();
    }

    /**
     * Whether this event closes the case by releasing the whole shipment; releasing the remainder after a partial
     * seizure does not.
     */
    default boolean closes() {
        return false;
    }

    /** Whether this event drops all exams that are not completed. */
    default boolean endsExams() {
        return closes();
    }

    /**
     * The shipment was selected. There is a screening if a rule set decided; the declaration is absent when a
     * redelivery brought the case back.
     */
    @LogicalName(
            value = "shipment.targeted",
            revision = 3,
            reads = {1, 2})
    record ShipmentTargeted(
            ShipmentId shipmentId,
            @Nullable Declaration declaration,
            SelectionBasis basis,
            @Nullable Screening screening,
            @Nullable String reason,
            Instant at)
            implements ShipmentEvent {
        public ShipmentTargeted {
            Check.present(shipmentId, "shipmentId");
            Check.present(basis, "basis");
            reason = Check.optionalText(reason, "reason", 500);
            Check.present(at, "at");
        }

        @Override
        public Optional<Declaration> declared() {
            return Optional.ofNullable(declaration);
        }
    }

    /** No rule selected the shipment; it was released at once. */
    @LogicalName(
            value = "shipment.cleared",
            revision = 3,
            reads = {1, 2})
    record ShipmentCleared(ShipmentId shipmentId, Declaration declaration, Screening screening, Instant at)
            implements ShipmentEvent {
        public ShipmentCleared {
            Check.present(shipmentId, "shipmentId");
            Check.present(declaration, "declaration");
            Check.present(screening, "screening");
            Check.present(at, "at");
        }

        @Override
        public Optional<Declaration> declared() {
            return Optional.of(declaration);
        }

        @Override
        public boolean closes() {
            return true;
        }
    }

    /** A hold was placed; the shipment may not move. */
    @LogicalName("shipment.hold-placed")
    record HoldPlaced(
            ShipmentId shipmentId,
            HoldId holdId,
            HoldType type,
            @Nullable String agency,
            String reason,
            String location,
            Instant at)
            implements ShipmentEvent {
        public HoldPlaced {
            Check.present(shipmentId, "shipmentId");
            Check.present(holdId, "holdId");
            Check.present(type, "type");
            agency = Check.optionalLine(agency, "agency", 64);
            reason = Check.text(reason, "reason", 500);
            location = Check.line(location, "location", 120);
            Check.present(at, "at");
        }
    }

    /** One hold was removed. */
    @LogicalName("shipment.hold-removed")
    record HoldRemoved(ShipmentId shipmentId, HoldId holdId, String reason, Instant at) implements ShipmentEvent {
        public HoldRemoved {
            Check.present(shipmentId, "shipmentId");
            Check.present(holdId, "holdId");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** An exam was ordered. */
    @LogicalName("shipment.exam-ordered")
    record ExamOrdered(
            ShipmentId shipmentId,
            ExamId examId,
            ExamType type,
            @Nullable String agency,
            @Nullable String instruction,
            Instant at)
            implements ShipmentEvent {
        public ExamOrdered {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(type, "type");
            agency = Check.optionalLine(agency, "agency", 64);
            instruction = Check.optionalText(instruction, "instruction", 500);
            Check.present(at, "at");
        }
    }

    /** An exam was started: the goods were presented. */
    @LogicalName("shipment.exam-started")
    record ExamStarted(ShipmentId shipmentId, ExamId examId, Instant at) implements ShipmentEvent {
        public ExamStarted {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(at, "at");
        }
    }

    /** An exam was completed. */
    @LogicalName("shipment.exam-completed")
    record ExamCompleted(ShipmentId shipmentId, ExamId examId, ExamResult result, Instant at) implements ShipmentEvent {
        public ExamCompleted {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(result, "result");
            Check.present(at, "at");
        }
    }

    /** An ordered exam was waived. */
    @LogicalName("shipment.exam-waived")
    record ExamWaived(
            ShipmentId shipmentId,
            ExamId examId,
            WaiverReason reason,
            @Nullable String remarks,
            Instant at) implements ShipmentEvent {
        public ExamWaived {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(reason, "reason");
            remarks = Check.optionalText(remarks, "remarks", 500);
            Check.present(at, "at");
        }
    }

    /** The result of an exam was replaced. The event also carries the earlier result. */
    @LogicalName("shipment.exam-result-corrected")
    record ExamResultCorrected(
            ShipmentId shipmentId, ExamId examId, ExamResult corrected, ExamResult result, String reason, Instant at)
            implements ShipmentEvent {
        public ExamResultCorrected {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(corrected, "corrected");
            Check.present(result, "result");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** A laboratory reported on a sample. */
    @LogicalName("shipment.lab-result-recorded")
    record LabResultRecorded(ShipmentId shipmentId, SampleId sampleId, LabResult result, Instant at)
            implements ShipmentEvent {
        public LabResultRecorded {
            Check.present(shipmentId, "shipmentId");
            Check.present(sampleId, "sampleId");
            Check.present(result, "result");
            Check.present(at, "at");
        }
    }

    /** A supervisor was asked to seize goods. */
    @LogicalName("shipment.seizure-requested")
    record SeizureRequested(
            ShipmentId shipmentId,
            SeizureRequestId requestId,
            SeizureExtent extent,
            List<SeizureLine> lines,
            UserId requestedBy,
            Instant at)
            implements ShipmentEvent {
        public SeizureRequested {
            Check.present(shipmentId, "shipmentId");
            Check.present(requestId, "requestId");
            Check.present(extent, "extent");
            lines = Check.notEmpty(lines, "lines", 200);
            Check.present(requestedBy, "requestedBy");
            Check.present(at, "at");
        }
    }

    /** Goods were seized by decision of a second person. */
    @LogicalName("shipment.seized")
    record ShipmentSeized(
            ShipmentId shipmentId,
            SeizureRequestId requestId,
            SeizureExtent extent,
            List<SeizureLine> lines,
            String fpfCaseNumber,
            UserId requestedBy,
            UserId approvedBy,
            Instant at)
            implements ShipmentEvent {
        public ShipmentSeized {
            Check.present(shipmentId, "shipmentId");
            Check.present(requestId, "requestId");
            Check.present(extent, "extent");
            lines = Check.notEmpty(lines, "lines", 200);
            fpfCaseNumber = Check.line(fpfCaseNumber, "fpfCaseNumber", 32);
            Check.present(requestedBy, "requestedBy");
            Check.present(approvedBy, "approvedBy");
            Check.present(at, "at");
        }

        @Override
        public boolean endsExams() {
            return true;
        }
    }

    /** A seizure request was rejected. */
    @LogicalName("shipment.seizure-rejected")
    record SeizureRejected(
            ShipmentId shipmentId, SeizureRequestId requestId, String reason, UserId rejectedBy, Instant at)
            implements ShipmentEvent {
        public SeizureRejected {
            Check.present(shipmentId, "shipmentId");
            Check.present(requestId, "requestId");
            reason = Check.text(reason, "reason", 500);
            Check.present(rejectedBy, "rejectedBy");
            Check.present(at, "at");
        }
    }

    /** Custody of seized goods was transferred. */
    @LogicalName("shipment.custody-transferred")
    record CustodyTransferred(
            ShipmentId shipmentId,
            EntryId transferId,
            String from,
            String to,
            @Nullable String sealNumber,
            Mass weighed,
            String reason,
            Instant at)
            implements ShipmentEvent {
        public CustodyTransferred {
            Check.present(shipmentId, "shipmentId");
            Check.present(transferId, "transferId");
            from = Check.line(from, "from", 120);
            to = Check.line(to, "to", 120);
            sealNumber = Check.optionalLine(sealNumber, "sealNumber", 32);
            Check.present(weighed, "weighed");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** The mass differs from the last weighing by more than the tolerance. */
    @LogicalName("shipment.custody-discrepancy-found")
    record CustodyDiscrepancyFound(ShipmentId shipmentId, Mass expected, Mass weighed, Instant at)
            implements ShipmentEvent {
        public CustodyDiscrepancyFound {
            Check.present(shipmentId, "shipmentId");
            Check.present(expected, "expected");
            Check.present(weighed, "weighed");
            Check.present(at, "at");
        }
    }

    /** The case was referred to a prosecutor. */
    @LogicalName("shipment.referred-for-prosecution")
    record ReferredForProsecution(
            ShipmentId shipmentId,
            EntryId referralId,
            String office,
            @Nullable String remarks,
            Instant at) implements ShipmentEvent {
        public ReferredForProsecution {
            Check.present(shipmentId, "shipmentId");
            Check.present(referralId, "referralId");
            office = Check.line(office, "office", 120);
            remarks = Check.optionalText(remarks, "remarks", 500);
            Check.present(at, "at");
        }
    }

    /** Arrests were made. */
    @LogicalName("shipment.arrest-recorded")
    record ArrestRecorded(ShipmentId shipmentId, EntryId arrestId, int persons, String agency, Instant at)
            implements ShipmentEvent {
        public ArrestRecorded {
            Check.present(shipmentId, "shipmentId");
            Check.present(arrestId, "arrestId");
            agency = Check.line(agency, "agency", 64);
            Check.present(at, "at");
        }
    }

    /** The goods were forfeited to the government. */
    @LogicalName("shipment.goods-forfeited")
    record GoodsForfeited(ShipmentId shipmentId, ForfeitureKind kind, String reference, Instant at)
            implements ShipmentEvent {
        public GoodsForfeited {
            Check.present(shipmentId, "shipmentId");
            Check.present(kind, "kind");
            reference = Check.line(reference, "reference", 64);
            Check.present(at, "at");
        }
    }

    /** The goods were destroyed. */
    @LogicalName("shipment.goods-destroyed")
    record GoodsDestroyed(ShipmentId shipmentId, Mass weighed, String witness, String method, Instant at)
            implements ShipmentEvent {
        public GoodsDestroyed {
            Check.present(shipmentId, "shipmentId");
            Check.present(weighed, "weighed");
            witness = Check.line(witness, "witness", 120);
            method = Check.line(method, "method", 120);
            Check.present(at, "at");
        }
    }

    /** The goods were given back on a petition. */
    @LogicalName("shipment.goods-remitted")
    record GoodsRemitted(ShipmentId shipmentId, String petition, String reason, Instant at) implements ShipmentEvent {
        public GoodsRemitted {
            Check.present(shipmentId, "shipmentId");
            petition = Check.line(petition, "petition", 64);
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** The shipment, or what a partial seizure left of it, was released. */
    @LogicalName("shipment.released")
    record ShipmentReleased(
            ShipmentId shipmentId,
            ReleaseKind kind,
            @Nullable WaiverReason waiver,
            String reason,
            Instant at) implements ShipmentEvent {
        public ShipmentReleased {
            Check.present(shipmentId, "shipmentId");
            Check.present(kind, "kind");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }

        @Override
        public boolean closes() {
            return kind != ReleaseKind.REMAINDER;
        }
    }

    /** Redelivery was demanded; the demand waits for a second person. */
    @LogicalName("shipment.redelivery-demanded")
    record RedeliveryDemanded(ShipmentId shipmentId, DemandId demandId, String reason, UserId demandedBy, Instant at)
            implements ShipmentEvent {
        public RedeliveryDemanded {
            Check.present(shipmentId, "shipmentId");
            Check.present(demandId, "demandId");
            reason = Check.text(reason, "reason", 500);
            Check.present(demandedBy, "demandedBy");
            Check.present(at, "at");
        }
    }

    /** The redelivery demand was approved; the shipment is targeted again. */
    @LogicalName("shipment.redelivery-approved")
    record RedeliveryApproved(
            ShipmentId shipmentId, DemandId demandId, UserId demandedBy, UserId approvedBy, Instant at)
            implements ShipmentEvent {
        public RedeliveryApproved {
            Check.present(shipmentId, "shipmentId");
            Check.present(demandId, "demandId");
            Check.present(demandedBy, "demandedBy");
            Check.present(approvedBy, "approvedBy");
            Check.present(at, "at");
        }
    }

    /** Somebody claimed the case. */
    @LogicalName("shipment.claimed")
    record Claimed(
            ShipmentId shipmentId,
            UserId assignee,
            @Nullable UserId previous,
            Instant at) implements ShipmentEvent {
        public Claimed {
            Check.present(shipmentId, "shipmentId");
            Check.present(assignee, "assignee");
            Check.present(at, "at");
        }
    }

    /** The case was returned to the queue and is unassigned. */
    @LogicalName("shipment.returned-to-queue")
    record ReturnedToQueue(ShipmentId shipmentId, UserId previous, String reason, Instant at) implements ShipmentEvent {
        public ReturnedToQueue {
            Check.present(shipmentId, "shipmentId");
            Check.present(previous, "previous");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** The case was assigned to another person. */
    @LogicalName("shipment.reassigned")
    record Reassigned(
            ShipmentId shipmentId,
            UserId assignee,
            @Nullable UserId previous,
            String reason,
            Instant at) implements ShipmentEvent {
        public Reassigned {
            Check.present(shipmentId, "shipmentId");
            Check.present(assignee, "assignee");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** The case was escalated to supervisors. */
    @LogicalName("shipment.escalated")
    record Escalated(ShipmentId shipmentId, String reason, Instant at) implements ShipmentEvent {
        public Escalated {
            Check.present(shipmentId, "shipmentId");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** The case was hidden from the queues until a given time. */
    @LogicalName("shipment.snoozed")
    record Snoozed(ShipmentId shipmentId, Instant until, String reason, Instant at) implements ShipmentEvent {
        public Snoozed {
            Check.present(shipmentId, "shipmentId");
            Check.present(until, "until");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** A note was added. */
    @LogicalName("shipment.note-added")
    record NoteAdded(ShipmentId shipmentId, EntryId noteId, String text, Instant at) implements ShipmentEvent {
        public NoteAdded {
            Check.present(shipmentId, "shipmentId");
            Check.present(noteId, "noteId");
            text = Check.text(text, "text", 4000);
            Check.present(at, "at");
        }
    }

    /** A file of evidence was attached by its digest. */
    @LogicalName("shipment.evidence-attached")
    record EvidenceAttached(ShipmentId shipmentId, EntryId evidenceId, Evidence evidence, Instant at)
            implements ShipmentEvent {
        public EvidenceAttached {
            Check.present(shipmentId, "shipmentId");
            Check.present(evidenceId, "evidenceId");
            Check.present(evidence, "evidence");
            Check.present(at, "at");
        }
    }

    /** A tag was added. */
    @LogicalName("shipment.tagged")
    record Tagged(ShipmentId shipmentId, String tag, Instant at) implements ShipmentEvent {
        public Tagged {
            Check.present(shipmentId, "shipmentId");
            tag = Check.line(tag, "tag", 40);
            Check.present(at, "at");
        }
    }

    /** The case was linked to another. */
    @LogicalName("shipment.cases-linked")
    record CasesLinked(ShipmentId shipmentId, ShipmentId other, LinkRelation relation, Instant at)
            implements ShipmentEvent {
        public CasesLinked {
            Check.present(shipmentId, "shipmentId");
            Check.present(other, "other");
            Check.present(relation, "relation");
            Check.present(at, "at");
        }
    }

    /** The case was assigned to a surge campaign. */
    @LogicalName("shipment.operation-assigned")
    record OperationAssigned(ShipmentId shipmentId, String operation, Instant at) implements ShipmentEvent {
        public OperationAssigned {
            Check.present(shipmentId, "shipmentId");
            operation = Check.line(operation, "operation", 80);
            Check.present(at, "at");
        }
    }

    /** The goods were detained: neither released nor decided on. */
    @LogicalName("shipment.detained")
    record ShipmentDetained(ShipmentId shipmentId, String reason, Instant at) implements ShipmentEvent {
        public ShipmentDetained {
            Check.present(shipmentId, "shipmentId");
            reason = Check.text(reason, "reason", 500);
            Check.present(at, "at");
        }
    }

    /** The interested parties were notified of the detention. */
    @LogicalName("shipment.detention-notice-issued")
    record DetentionNoticeIssued(
            ShipmentId shipmentId,
            EntryId noticeId,
            String addressee,
            String reason,
            @Nullable String inquiries,
            Instant at)
            implements ShipmentEvent {
        public DetentionNoticeIssued {
            Check.present(shipmentId, "shipmentId");
            Check.present(noticeId, "noticeId");
            addressee = Check.text(addressee, "addressee", 200);
            reason = Check.text(reason, "reason", 500);
            inquiries = Check.optionalText(inquiries, "inquiries", 500);
            Check.present(at, "at");
        }
    }

    /**
     * A legal clock started; {@code due} is the last moment that still meets the deadline, whatever the calendar says
     * later.
     */
    @LogicalName("shipment.clock-started")
    record ClockStarted(ShipmentId shipmentId, LegalClock clock, Instant due, Instant warnFrom, Instant at)
            implements ShipmentEvent {
        public ClockStarted {
            Check.present(shipmentId, "shipmentId");
            Check.present(clock, "clock");
            Check.present(due, "due");
            Check.present(warnFrom, "warnFrom");
            Check.present(at, "at");
        }
    }

    /** A legal clock is nearly over. */
    @LogicalName("shipment.clock-warned")
    record ClockWarned(ShipmentId shipmentId, LegalClock clock, Instant due, Instant at) implements ShipmentEvent {
        public ClockWarned {
            Check.present(shipmentId, "shipmentId");
            Check.present(clock, "clock");
            Check.present(due, "due");
            Check.present(at, "at");
        }
    }

    /** A legal clock ran out. */
    @LogicalName("shipment.clock-breached")
    record ClockBreached(ShipmentId shipmentId, LegalClock clock, Instant due, Instant at) implements ShipmentEvent {
        public ClockBreached {
            Check.present(shipmentId, "shipmentId");
            Check.present(clock, "clock");
            Check.present(due, "due");
            Check.present(at, "at");
        }
    }
}
