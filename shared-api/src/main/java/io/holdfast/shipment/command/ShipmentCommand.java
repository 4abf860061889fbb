package io.holdfast.shipment.command;

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
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Mass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to a shipment. The actor and the time are not part of it: they come from the principal and the clock. */
public sealed interface ShipmentCommand {
    /** The shipment that the command is for. */
    ShipmentId shipmentId();

    /** A command that can open a case. */
    sealed interface OpeningCommand extends ShipmentCommand {}

    /** A command about exams or laboratory results. */
    sealed interface ExamCommand extends ShipmentCommand {}

    /** A command about seized goods or what follows a seizure. */
    sealed interface CustodyCommand extends ShipmentCommand {}

    /** A command about detention or the legal clocks of a case. */
    sealed interface ClockCommand extends ShipmentCommand {}

    /** Screens a declared shipment with the active rule set: it is targeted, or cleared at once. */
    record ScreenShipment(Declaration declaration) implements OpeningCommand {
        public ScreenShipment {
            Check.present(declaration, "declaration");
        }

        @Override
        public ShipmentId shipmentId() {
            return declaration.shipmentId();
        }
    }

    /**
     * Selects a shipment on behalf of an outside engine, intelligence or an officer. The declaration is required for a
     * new case and refused for one that a redelivery brought back.
     */
    record TargetShipment(ShipmentId shipmentId, @Nullable Declaration declaration, SelectionBasis basis, String reason)
            implements OpeningCommand {
        public TargetShipment {
            Check.present(shipmentId, "shipmentId");
            Check.present(basis, "basis");
            reason = Check.text(reason, "reason", 500);
            if (declaration != null && !declaration.shipmentId().equals(shipmentId)) {
                throw new InvalidValueException("declaration.shipmentId", "must be that of the shipment");
            }
        }
    }

    /** Places a hold, which forbids the shipment to move; a shipment can have several. */
    record PlaceHold(
            ShipmentId shipmentId,
            HoldId holdId,
            HoldType type,
            @Nullable String agency,
            String reason,
            String location)
            implements ShipmentCommand {
        public PlaceHold {
            Check.present(shipmentId, "shipmentId");
            Check.present(holdId, "holdId");
            Check.present(type, "type");
            agency = Check.optionalLine(agency, "agency", 64);
            reason = Check.text(reason, "reason", 500);
            location = Check.line(location, "location", 120);
            if ((type == HoldType.PARTNER_AGENCY) != (agency != null)) {
                throw new InvalidValueException("agency", "must be given for PARTNER_AGENCY and only for it");
            }
        }
    }

    /** Removes one hold; any others stay in place. */
    record RemoveHold(ShipmentId shipmentId, HoldId holdId, String reason) implements ShipmentCommand {
        public RemoveHold {
            Check.present(shipmentId, "shipmentId");
            Check.present(holdId, "holdId");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Orders an exam of a held shipment. */
    record OrderExam(
            ShipmentId shipmentId,
            ExamId examId,
            ExamType type,
            @Nullable String agency,
            @Nullable String instruction) implements ExamCommand {
        public OrderExam {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(type, "type");
            agency = Check.optionalLine(agency, "agency", 64);
            instruction = Check.optionalText(instruction, "instruction", 500);
            if ((type == ExamType.PARTNER_AGENCY) != (agency != null)) {
                throw new InvalidValueException("agency", "must be given for PARTNER_AGENCY and only for it");
            }
        }
    }

    /** Starts an ordered exam: the goods are presented, and the legal clocks of 19 CFR 151.16 start. */
    record StartExam(ShipmentId shipmentId, ExamId examId) implements ExamCommand {
        public StartExam {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
        }
    }

    /** Records the result of a started exam. */
    record CompleteExam(ShipmentId shipmentId, ExamId examId, ExamResult result) implements ExamCommand {
        public CompleteExam {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(result, "result");
        }
    }

    /** Waives an ordered exam that was not started, for a reason from the closed list. */
    record WaiveExam(
            ShipmentId shipmentId,
            ExamId examId,
            WaiverReason reason,
            @Nullable String remarks) implements ExamCommand {
        public WaiveExam {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(reason, "reason");
            remarks = Check.optionalText(remarks, "remarks", 500);
        }
    }

    /** Replaces the result of a completed exam; the earlier result stays in the record. */
    record CorrectExamResult(ShipmentId shipmentId, ExamId examId, ExamResult result, String reason)
            implements ExamCommand {
        public CorrectExamResult {
            Check.present(shipmentId, "shipmentId");
            Check.present(examId, "examId");
            Check.present(result, "result");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Records what a laboratory found in a sample that an exam took. */
    record RecordLabResult(ShipmentId shipmentId, SampleId sampleId, LabResult result) implements ExamCommand {
        public RecordLabResult {
            Check.present(shipmentId, "shipmentId");
            Check.present(sampleId, "sampleId");
            Check.present(result, "result");
        }
    }

    /** Requests that a supervisor seize lines of an inspected shipment. */
    record RequestSeizure(
            ShipmentId shipmentId, SeizureRequestId requestId, SeizureExtent extent, List<SeizureLine> lines)
            implements ShipmentCommand {
        public RequestSeizure {
            Check.present(shipmentId, "shipmentId");
            Check.present(requestId, "requestId");
            Check.present(extent, "extent");
            lines = Check.notEmpty(lines, "lines", 200);
        }
    }

    /** Approves a seizure request, which seizes the goods; must come from a supervisor who did not request it. */
    record ApproveSeizure(ShipmentId shipmentId, SeizureRequestId requestId, String fpfCaseNumber)
            implements ShipmentCommand {
        public ApproveSeizure {
            Check.present(shipmentId, "shipmentId");
            Check.present(requestId, "requestId");
            fpfCaseNumber = Check.line(fpfCaseNumber, "fpfCaseNumber", 32);
        }
    }

    /** Rejects a seizure request; must come from a supervisor who did not request it. */
    record RejectSeizure(ShipmentId shipmentId, SeizureRequestId requestId, String reason) implements ShipmentCommand {
        public RejectSeizure {
            Check.present(shipmentId, "shipmentId");
            Check.present(requestId, "requestId");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Transfers custody of seized goods; the mass is weighed again and compared with the last weighing. */
    record TransferCustody(
            ShipmentId shipmentId,
            EntryId transferId,
            String from,
            String to,
            @Nullable String sealNumber,
            Mass weighed,
            String reason)
            implements CustodyCommand {
        public TransferCustody {
            Check.present(shipmentId, "shipmentId");
            Check.present(transferId, "transferId");
            from = Check.line(from, "from", 120);
            to = Check.line(to, "to", 120);
            sealNumber = Check.optionalLine(sealNumber, "sealNumber", 32);
            Check.present(weighed, "weighed");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Refers the case to a prosecutor. */
    record ReferForProsecution(
            ShipmentId shipmentId,
            EntryId referralId,
            String office,
            @Nullable String remarks) implements CustodyCommand {
        public ReferForProsecution {
            Check.present(shipmentId, "shipmentId");
            Check.present(referralId, "referralId");
            office = Check.line(office, "office", 120);
            remarks = Check.optionalText(remarks, "remarks", 500);
        }
    }

    /** Records arrests made in the case. */
    record RecordArrest(ShipmentId shipmentId, EntryId arrestId, int persons, String agency) implements CustodyCommand {
        public RecordArrest {
            Check.present(shipmentId, "shipmentId");
            Check.present(arrestId, "arrestId");
            agency = Check.line(agency, "agency", 64);
            if (persons < 1 || persons > 1000) {
                throw new InvalidValueException("persons", "must be between 1 and 1000");
            }
        }
    }

    /** Records that the goods were forfeited to the government. */
    record ForfeitGoods(ShipmentId shipmentId, ForfeitureKind kind, String reference) implements CustodyCommand {
        public ForfeitGoods {
            Check.present(shipmentId, "shipmentId");
            Check.present(kind, "kind");
            reference = Check.line(reference, "reference", 64);
        }
    }

    /** Records the destruction of seized goods; the mass is weighed again and compared with the last weighing. */
    record DestroyGoods(ShipmentId shipmentId, Mass weighed, String witness, String method) implements CustodyCommand {
        public DestroyGoods {
            Check.present(shipmentId, "shipmentId");
            Check.present(weighed, "weighed");
            witness = Check.line(witness, "witness", 120);
            method = Check.line(method, "method", 120);
        }
    }

    /** Gives seized goods back on a petition (19 USC 1618). */
    record RemitGoods(ShipmentId shipmentId, String petition, String reason) implements CustodyCommand {
        public RemitGoods {
            Check.present(shipmentId, "shipmentId");
            petition = Check.line(petition, "petition", 64);
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Releases the shipment. A waiver is required when nothing was examined. */
    record ReleaseShipment(
            ShipmentId shipmentId,
            ReleaseKind kind,
            @Nullable WaiverReason waiver,
            String reason) implements ShipmentCommand {
        public ReleaseShipment {
            Check.present(shipmentId, "shipmentId");
            Check.present(kind, "kind");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Demands redelivery of a released shipment within the redelivery period (19 CFR 141.113). */
    record DemandRedelivery(ShipmentId shipmentId, DemandId demandId, String reason) implements ShipmentCommand {
        public DemandRedelivery {
            Check.present(shipmentId, "shipmentId");
            Check.present(demandId, "demandId");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /**
     * Approves a redelivery demand, which targets the shipment again; must come from a person who did not make the
     * demand.
     */
    record ApproveRedelivery(ShipmentId shipmentId, DemandId demandId) implements ShipmentCommand {
        public ApproveRedelivery {
            Check.present(shipmentId, "shipmentId");
            Check.present(demandId, "demandId");
        }
    }

    /** Claims the case; the caller becomes its assignee. */
    record Claim(ShipmentId shipmentId) implements ShipmentCommand {
        public Claim {
            Check.present(shipmentId, "shipmentId");
        }
    }

    /** Returns the case to the queue. */
    record ReturnToQueue(ShipmentId shipmentId, String reason) implements ShipmentCommand {
        public ReturnToQueue {
            Check.present(shipmentId, "shipmentId");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Assigns the case to another person; must come from a supervisor. */
    record Reassign(ShipmentId shipmentId, UserId assignee, String reason) implements ShipmentCommand {
        public Reassign {
            Check.present(shipmentId, "shipmentId");
            Check.present(assignee, "assignee").ofPerson("assignee");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Escalates the case to supervisors. */
    record Escalate(ShipmentId shipmentId, String reason) implements ShipmentCommand {
        public Escalate {
            Check.present(shipmentId, "shipmentId");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Hides the case from the queues until a moment in the future. */
    record Snooze(ShipmentId shipmentId, Instant until, String reason) implements ShipmentCommand {
        public Snooze {
            Check.present(shipmentId, "shipmentId");
            Check.present(until, "until");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Adds a note. */
    record AddNote(ShipmentId shipmentId, EntryId noteId, String text) implements ShipmentCommand {
        public AddNote {
            Check.present(shipmentId, "shipmentId");
            Check.present(noteId, "noteId");
            text = Check.text(text, "text", 4000);
        }
    }

    /** Attaches a file of evidence by its digest. */
    record AttachEvidence(ShipmentId shipmentId, EntryId evidenceId, Evidence evidence) implements ShipmentCommand {
        public AttachEvidence {
            Check.present(shipmentId, "shipmentId");
            Check.present(evidenceId, "evidenceId");
            Check.present(evidence, "evidence");
        }
    }

    /** Adds a tag. */
    record Tag(ShipmentId shipmentId, String tag) implements ShipmentCommand {
        public Tag {
            Check.present(shipmentId, "shipmentId");
            tag = Check.line(tag, "tag", 40);
        }
    }

    /** Links the case to another. */
    record LinkCases(ShipmentId shipmentId, ShipmentId other, LinkRelation relation) implements ShipmentCommand {
        public LinkCases {
            Check.present(shipmentId, "shipmentId");
            Check.present(other, "other");
            Check.present(relation, "relation");
            if (other.equals(shipmentId)) {
                throw new InvalidValueException("other", "must be another shipment");
            }
        }
    }

    /** Assigns the case to a surge campaign, such as Blue Lotus. */
    record AssignOperation(ShipmentId shipmentId, String operation) implements ShipmentCommand {
        public AssignOperation {
            Check.present(shipmentId, "shipmentId");
            operation = Check.line(operation, "operation", 80);
        }
    }

    /** Detains goods that were presented for examination (19 CFR 151.16(b)). */
    record DetainShipment(ShipmentId shipmentId, String reason) implements ClockCommand {
        public DetainShipment {
            Check.present(shipmentId, "shipmentId");
            reason = Check.text(reason, "reason", 500);
        }
    }

    /** Notifies the interested parties why goods are detained and what is being examined (19 CFR 151.16(c)). */
    record IssueDetentionNotice(
            ShipmentId shipmentId,
            EntryId noticeId,
            String addressee,
            String reason,
            @Nullable String inquiries) implements ClockCommand {
        public IssueDetentionNotice {
            Check.present(shipmentId, "shipmentId");
            Check.present(noticeId, "noticeId");
            addressee = Check.text(addressee, "addressee", 200);
            reason = Check.text(reason, "reason", 500);
            inquiries = Check.optionalText(inquiries, "inquiries", 500);
        }
    }

    /**
     * A command about a legal clock, sent only by the system itself. The field {@code due} distinguishes the clock from
     * an earlier one of its kind.
     */
    sealed interface OfClock extends ClockCommand {
        /** The kind of clock. */
        LegalClock clock();

        /** When it is due. */
        Instant due();
    }

    /** Records that a legal clock is nearly over. */
    record WarnOfClock(ShipmentId shipmentId, LegalClock clock, Instant due) implements OfClock {
        public WarnOfClock {
            Check.present(shipmentId, "shipmentId");
            Check.present(clock, "clock");
            Check.present(due, "due");
        }
    }

    /** Records that a legal clock is over. */
    record RecordClockBreach(ShipmentId shipmentId, LegalClock clock, Instant due) implements OfClock {
        public RecordClockBreach {
            Check.present(shipmentId, "shipmentId");
            Check.present(clock, "clock");
            Check.present(due, "due");
        }
    }

    /**
     * Escalates a case to supervisors because of a legal clock, unless that was already done since the clock ran out.
     */
    record EscalateClockBreach(ShipmentId shipmentId, LegalClock clock, Instant due) implements OfClock {
        public EscalateClockBreach {
            Check.present(shipmentId, "shipmentId");
            Check.present(clock, "clock");
            Check.present(due, "due");
        }
    }
}
