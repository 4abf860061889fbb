package io.holdfast.actor;

/** What a person may do. A person can have several roles; an act is remembered under the one that allowed it. */
public enum Role {
    /** Works cases: holds, exams, findings, requests for seizure, releases. */
    INSPECTOR,
    /** Decides what needs a second person, reassigns work, reads the audit trail of the port. */
    SUPERVISOR,
    /** Targets: brings declarations in, publishes rule sets, reads rule logic, weights and feedback. */
    ANALYST,
    /** Reads reports and outcome feeds. */
    REPORTER,
    /** Reads every audit trail and proof; changes nothing. */
    AUDITOR,
    /** Runs the system: rebuilds projections; sees no more of a case than the role needs. */
    ADMIN
}
