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

/** The parts of a {@link CaseFile}. The {@link Act} of each part says who did it and when. */
public final class CaseParts {
    private CaseParts() {}

    /** An item of which a case can have any number ({@link CaseList}). */
    public sealed interface Listed {}

    /**
     * The event that a part comes from.
     *
     * @param version the number of the event within the case, from 1
     * @param by who did it; absent when the event does not record it
     */
    public record Act(long version, Instant at, @Nullable String by) {}

    /**
     * Why the case was opened.
     *
     * @param basis absent when no rule selected it
     * @param instructions what the officer should look for
     * @param ruleSet the rule set that decided, if one did
     * @param logic score, fired rules and propensity; only for those who may see them
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

        /** A copy for those who may not see the rule logic. */
        public Selection withoutLogic() {
            return new Selection(basis, reason, instructions, ruleSet, null, act);
        }
    }

    /**
     * How the work on a case is organised; fields that do not apply are absent. A release clears all of it except the
     * operation.
     */
    public record Work(
            @Nullable Assignment assignment,
            @Nullable Escalation escalation,
            @Nullable Snooze snooze,
            @Nullable String operation) {}

    /** The assignee of the case. */
    public record Assignment(UserId assignee, Act act) {}

    /** Escalated to supervisors. */
    public record Escalation(String reason, Act act) {}

    /** Hidden from the queues until this moment, or until something new needs doing. */
    public record Snooze(Instant until, String reason, Act act) {}

    /**
     * A hold.
     *
     * @param removed absent while it is active, and when it was ended by a release or replaced by a new hold
     * @param seconds how long it was active; absent while it still is
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
     * @param result the current result, after corrections
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

    /** Why an exam was waived. */
    public record Waiver(WaiverReason reason, @Nullable String remarks, Act act) {}

    /** An earlier exam result, and why it was replaced. */
    public record Correction(ExamResult corrected, String reason, Act act) {}

    /** An earlier exam result with the id of its exam. */
    public record ExamCorrection(ExamId examId, ExamResult corrected, String reason, Act act) implements Listed {}

    /** What a laboratory reported. */
    public record Lab(SampleId sampleId, LabResult result, Act act) implements Listed {}

    /**
     * A seizure request; pending while {@code decision} is absent, a seizure once approved.
     *
     * @param requested absent when only the decision is on record
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

    /** The second person's decision. */
    public record Decision(
            boolean approved, UserId decidedBy, @Nullable String reason, Act act) {}

    /** What happened to seized goods. */
    public record Custody(
            Recent<Transfer> transfers,
            Recent<Discrepancy> discrepancies,
            Recent<Forfeiture> forfeitures,
            Recent<Destruction> destructions,
            Recent<Remission> remissions) {}

    /** A transfer of custody. */
    public record Transfer(
            EntryId transferId,
            String from,
            String to,
            @Nullable String sealNumber,
            Mass weighed,
            String reason,
            Act act)
            implements Listed {}

    /** A weighing whose result differs from the previous one. */
    public record Discrepancy(Mass expected, Mass weighed, Act act) implements Listed {}

    /** Goods forfeited to the government. */
    public record Forfeiture(ForfeitureKind kind, String reference, Act act) implements Listed {}

    /** Goods destroyed. */
    public record Destruction(Mass weighed, String witness, String method, Act act) implements Listed {}

    /** Goods given back on a petition. */
    public record Remission(String petition, String reason, Act act) implements Listed {}

    /** A referral to a prosecutor. */
    public record Referral(
            EntryId referralId, String office, @Nullable String remarks, Act act) implements Listed {}

    /** An arrest of one or more persons. */
    public record Arrest(EntryId arrestId, int persons, String agency, Act act) implements Listed {}

    /** A release of the shipment. */
    public record Release(ReleaseKind kind, @Nullable WaiverReason waiver, String reason, Act act) implements Listed {}

    /** A redelivery demand; pending while {@code decision} is absent. */
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
     * @param reason absent when nobody decided before the deadline
     * @param notices the detention notices sent
     */
    public record Detention(@Nullable String reason, Act act, Recent<Notice> notices) {}

    /**
     * A detention of the goods.
     *
     * @param reason absent when nobody decided before the deadline
     */
    public record Detained(@Nullable String reason, Act act) implements Listed {}

    /** A notice of detention. */
    public record Notice(
            EntryId noticeId,
            String addressee,
            String reason,
            @Nullable String inquiries,
            Act act) implements Listed {}

    /** Notes, evidence, tags and links that people added. Tags are sorted; only the first 200 added are shown. */
    public record Dossier(Recent<Note> notes, Recent<Exhibit> evidence, List<String> tags, Recent<Link> links) {
        public Dossier {
            tags = List.copyOf(tags);
        }
    }

    /** A free-text note. */
    public record Note(EntryId noteId, String text, Act act) implements Listed {}

    /** A file of evidence, by its digest. */
    public record Exhibit(EntryId evidenceId, Evidence evidence, Act act) implements Listed {}

    /** A tag, in the spelling in which it was first added. */
    public record Tag(String tag, Act act) implements Listed {}

    /** A related case. */
    public record Link(ShipmentId other, LinkRelation relation, Act act) implements Listed {}

    /**
     * How long the case was in a status.
     *
     * @param seconds total of the completed stays
     * @param since when the current stay began; absent when the case is in another status now
     */
    public record TimeInStatus(
            Status status, long seconds, @Nullable Instant since) {}

    /**
     * A period in which the case had one assignee.
     *
     * @param since when the person became the assignee
     * @param seconds how long it lasted; absent while it still does
     */
    public record TimeWithAssignee(
            UserId assignee, Instant since, @Nullable Long seconds) implements Listed {}

    /** One line of the history: an event in brief. */
    public record Line(
            long version,
            String event,
            Instant at,
            @Nullable String by) implements Listed {}
}
