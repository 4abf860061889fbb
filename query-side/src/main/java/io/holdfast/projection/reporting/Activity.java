package io.holdfast.projection.reporting;

/**
 * What was done in cases beyond the goods; differences of two are such counts too.
 *
 * @param seizures seizures
 * @param arrests persons arrested
 * @param referrals referrals for prosecution
 * @param exams exams completed
 */
public record Activity(long seizures, long arrests, long referrals, long exams) {
    /** Nothing. */
    public static final Activity NONE = new Activity(0, 0, 0, 0);

    Activity plus(Activity o) {
        return new Activity(seizures + o.seizures, arrests + o.arrests, referrals + o.referrals, exams + o.exams);
    }

    Activity negated() {
        return new Activity(-seizures, -arrests, -referrals, -exams);
    }
}
