package io.holdfast.projection.reporting;

/**
 * Counts of actions in cases, apart from seized goods; also the difference of two such counts.
 *
 * @param seizures seizures
 * @param arrests persons arrested
 * @param referrals referrals for prosecution
 * @param exams exams completed
 */
public record Activity(long seizures, long arrests, long referrals, long exams) {
    /** No actions. */
    public static final Activity NONE = new Activity(0, 0, 0, 0);

    Activity plus(Activity o) {
        return new Activity(seizures + o.seizures, arrests + o.arrests, referrals + o.referrals, exams + o.exams);
    }

    Activity negated() {
        return new Activity(-seizures, -arrests, -referrals, -exams);
    }
}
