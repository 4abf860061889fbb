package io.holdfast.actor;

/** A role grants permissions. A person can have several; the event metadata records all of them. */
public enum Role {
    /** Works on cases: holds, exams, findings, seizure requests, releases. */
    INSPECTOR,
    /** Gives second-person approval, reassigns work, reads the audit trail of the port. */
    SUPERVISOR,
    /** Does the targeting: submits declarations, publishes rule sets, reads rule logic, weights and feedback. */
    ANALYST,
    /** Reads reports and outcome feeds. */
    REPORTER,
    /** Reads every audit trail and proof; changes nothing. */
    AUDITOR,
    /** Runs the system, for example rebuilds projections; sees no more of a case than that requires. */
    ADMIN
}
