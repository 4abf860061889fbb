package io.holdfast.query;

import io.holdfast.query.CaseParts.*;

/**
 * The parts of a case that can grow without bound. The case file shows the latest of each; the full list is read page
 * by page, in the order in which the items began.
 */
public enum CaseList {
    /** Each selection, with its grounds; never with rule logic. */
    SELECTIONS(Selection.class),
    /** Holds, active and past. */
    HOLDS(Hold.class),
    EXAMS(Exam.class),
    /** Corrections of the results of all exams. */
    CORRECTIONS(ExamCorrection.class),
    LAB_RESULTS(Lab.class),
    /** Seizure requests and the decisions on them. */
    SEIZURES(Seizure.class),
    TRANSFERS(Transfer.class),
    DISCREPANCIES(Discrepancy.class),
    FORFEITURES(Forfeiture.class),
    DESTRUCTIONS(Destruction.class),
    REMISSIONS(Remission.class),
    REFERRALS(Referral.class),
    ARRESTS(Arrest.class),
    RELEASES(Release.class),
    /** Redelivery demands and the decisions on them. */
    REDELIVERIES(Redelivery.class),
    DETENTIONS(Detained.class),
    /** The notices of all detentions. */
    NOTICES(Notice.class),
    NOTES(Note.class),
    EVIDENCE(Exhibit.class),
    TAGS(Tag.class),
    LINKS(Link.class),
    /** The assignees, one after the other. */
    ASSIGNEES(TimeWithAssignee.class),
    /** One line per event. */
    HISTORY(Line.class);

    private final Class<? extends Listed> type;

    CaseList(Class<? extends Listed> type) {
        this.type = type;
    }

    /** The type of the items. */
    public Class<? extends Listed> type() {
        return type;
    }
}
