package io.holdfast.query;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Mass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link CaseFile} consists of. Who did what and when is in the {@link Act} of each part. */
public final class CaseParts {
    private CaseParts() {}

    /** Something of which a case can have any number ({@link CaseList}). */
    public sealed interface Listed {}

    /**
     * The event behind a part.
     *
     * @param version the number of the event within the case, from 1
     * @param by who did it; absent when the event does not say
     */
    public record Act(long version, Instant at, @Nullable String by) {}

    /**
     * Why the case was opened.
     *
     * @param basis absent when no rule selected it
     * @param instructions what the officer should look for
     * @param ruleSet the rules that decided, if rules did
     * @param logic score, rules that fired and propensity; only for those who may see them
     */
    public record Selection(
            @Nullable SelectionBasis basis,
            @Nullable String reason,
            List<String> instructions,
            @Nullable RuleSetRef ruleSet,
            @Nullable Screening logic,
            Act act)
            implements Listed {
        public Selection {
            instructions = List.copyOf(instructions);
        }

        /** For those who may not see how rules decide. */
        public Selection withoutLogic() {
            return new Selection(basis, reason, instructions, ruleSet, null, act);
        }
    }

    /** How the work on a case is organised; what is absent does not apply. A release ends all of it but the operation. */
    public record Work(
            @Nullable Assignment assignment,
            @Nullable Escalation escalation,
            @Nullable Snooze snooze,
            @Nullable String operation) {}

    /** Whose case it is. */
    public record Assignment(UserId assignee, Act act) {}

    /** Raised to supervisors. */
    public record Escalation(String reason, Act act) {}

    /** Hidden from the queues until then, or until something new is to be done. */
    public record Snooze(Instant until, String reason, Act act) {}

    /**
     * A hold.
     *
     * @param removed absent while it is active, and when a release or a new hold in its place ended it
     * @param seconds how long it was active; absent while it is
     */
    public record Hold(
            HoldId holdId,
            HoldType type,
            @Nullable String agency,
            String reason,
            String location,
            Act placed,
            @Nullable Removal removed,
            @Nullable Long seconds)
            implements Listed {}

    /** Why a hold was lifted. */
    public record Removal(String reason, Act act) {}

    /**
     * An exam, from its order to its last correction.
     *
     * @param result as it stands, after corrections
     */
    public record Exam(
            ExamId examId,
            ExamType type,
            @Nullable String agency,
            @Nullable String instruction,
            Act ordered,
            @Nullable Act started,
            @Nullable Act completed,
            @Nullable ExamResult result,
            @Nullable Waiver waived,
            Recent<Correction> corrections)
            implements Listed {}

    /** Why an exam was not made. */
    public record Waiver(WaiverReason reason, @Nullable String remarks, Act act) {}

    /** A result that stood before, and why it no longer does. */
    public record Correction(ExamResult corrected, String reason, Act act) {}

    /** The same, and of which exam. */
    public record ExamCorrection(ExamId examId, ExamResult corrected, String reason, Act act) implements Listed {}

    /** What a laboratory reported. */
    public record Lab(SampleId sampleId, LabResult result, Act act) implements Listed {}

    /**
     * A request to seize; pending while {@code decision} is absent, a seizure when it was approved.
     *
     * @param requested absent when only the decision is known
     */
    public record Seizure(
            SeizureRequestId requestId,
            SeizureExtent extent,
            List<SeizureLine> lines,
            UserId requestedBy,
            @Nullable Act requested,
            @Nullable String fpfCaseNumber,
            @Nullable Decision decision)
            implements Listed {
        public Seizure {
            lines = List.copyOf(lines);
        }
    }

    /** What the second person decided. */
    public record Decision(
            boolean approved, UserId decidedBy, @Nullable String reason, Act act) {}

    /** What became of seized goods. */
    public record Custody(
            Recent<Transfer> transfers,
            Recent<Discrepancy> discrepancies,
            Recent<Forfeiture> forfeitures,
            Recent<Destruction> destructions,
            Recent<Remission> remissions) {}

    /** Handed on. */
    public record Transfer(
            EntryId transferId,
            String from,
            String to,
            @Nullable String sealNumber,
            Mass weighed,
            String reason,
            Act act)
            implements Listed {}

    /** Weighed otherwise than the time before. */
    public record Discrepancy(Mass expected, Mass weighed, Act act) implements Listed {}

    /** Forfeited to the government. */
    public record Forfeiture(ForfeitureKind kind, String reference, Act act) implements Listed {}

    /** Destroyed. */
    public record Destruction(Mass weighed, String witness, String method, Act act) implements Listed {}

    /** Given back. */
    public record Remission(String petition, String reason, Act act) implements Listed {}

    /** Sent to a prosecutor. */
    public record Referral(
            EntryId referralId, String office, @Nullable String remarks, Act act) implements Listed {}

    /** Persons arrested. */
    public record Arrest(EntryId arrestId, int persons, String agency, Act act) implements Listed {}

    /** Let go. */
    public record Release(ReleaseKind kind, @Nullable WaiverReason waiver, String reason, Act act) implements Listed {}

    /** A demand to bring it back; pending while {@code decision} is absent. */
    public record Redelivery(
            DemandId demandId,
            @Nullable String reason,
            UserId demandedBy,
            @Nullable Act demanded,
            @Nullable Decision decision)
            implements Listed {}

    /**
     * The last detention of the goods.
     *
     * @param reason absent when nobody decided and the time to decide ran out
     * @param notices who was told
     */
    public record Detention(@Nullable String reason, Act act, Recent<Notice> notices) {}

    /**
     * A detention of the goods.
     *
     * @param reason absent when nobody decided and the time to decide ran out
     */
    public record Detained(@Nullable String reason, Act act) implements Listed {}

    /** A notice of detention. */
    public record Notice(
            EntryId noticeId,
            String addressee,
            String reason,
            @Nullable String inquiries,
            Act act) implements Listed {}

    /** What people put on file. Tags are sorted, and the first 200 that there were. */
    public record Dossier(Recent<Note> notes, Recent<Exhibit> evidence, List<String> tags, Recent<Link> links) {
        public Dossier {
            tags = List.copyOf(tags);
        }
    }

    /** In somebody's words. */
    public record Note(EntryId noteId, String text, Act act) implements Listed {}

    /** A file by its digest. */
    public record Exhibit(EntryId evidenceId, Evidence evidence, Act act) implements Listed {}

    /** In the spelling in which it was first put on file. */
    public record Tag(String tag, Act act) implements Listed {}

    /** Another case that belongs to this one. */
    public record Link(ShipmentId other, LinkRelation relation, Act act) implements Listed {}

    /**
     * How long the case had a status.
     *
     * @param seconds in stays that are over
     * @param since when the present stay began; absent when it has another status now
     */
    public record TimeInStatus(
            Status status, long seconds, @Nullable Instant since) {}

    /**
     * A stay of the case with one person.
     *
     * @param since when the person became the assignee
     * @param seconds how long it stayed; absent while it does
     */
    public record TimeWithAssignee(
            UserId assignee, Instant since, @Nullable Long seconds) implements Listed {}

    /** An event in brief. */
    public record Line(
            long version,
            String event,
            Instant at,
            @Nullable String by) implements Listed {}
}
