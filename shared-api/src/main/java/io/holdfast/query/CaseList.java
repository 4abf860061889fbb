package io.holdfast.query;

import io.holdfast.query.CaseParts.*;

/**
 * What a case can have without bound. The case file shows the latest of each; all of them are read page by page, each where it
 * began.
 */
public enum CaseList {
    /** Why it was selected, each time; never with the logic of rules. */
    SELECTIONS(Selection.class),
    /** Active and past. */
    HOLDS(Hold.class),
    EXAMS(Exam.class),
    /** Of the results of all exams. */
    CORRECTIONS(ExamCorrection.class),
    LAB_RESULTS(Lab.class),
    /** Requests to seize, and what was decided on them. */
    SEIZURES(Seizure.class),
    TRANSFERS(Transfer.class),
    DISCREPANCIES(Discrepancy.class),
    FORFEITURES(Forfeiture.class),
    DESTRUCTIONS(Destruction.class),
    REMISSIONS(Remission.class),
    REFERRALS(Referral.class),
    ARRESTS(Arrest.class),
    RELEASES(Release.class),
    /** Demands, and what was decided on them. */
    REDELIVERIES(Redelivery.class),
    DETENTIONS(Detained.class),
    /** Of all detentions. */
    NOTICES(Notice.class),
    NOTES(Note.class),
    EVIDENCE(Exhibit.class),
    TAGS(Tag.class),
    LINKS(Link.class),
    /** Whose case it was. */
    ASSIGNEES(TimeWithAssignee.class),
    /** One line per event. */
    HISTORY(Line.class);

    private final Class<? extends Listed> type;

    CaseList(Class<? extends Listed> type) {
        this.type = type;
    }

    /** What is in it. */
    public Class<? extends Listed> type() {
        return type;
    }
}
