package io.holdfast.actor;

import static io.holdfast.actor.Role.ADMIN;
import static io.holdfast.actor.Role.ANALYST;
import static io.holdfast.actor.Role.AUDITOR;
import static io.holdfast.actor.Role.INSPECTOR;
import static io.holdfast.actor.Role.REPORTER;
import static io.holdfast.actor.Role.SUPERVISOR;

import java.util.Collection;
import java.util.Set;

/**
 * The access policy: what people may do and see, and the roles that allow it. This is the only place that says so; controllers
 * name the permission they require, and domain code asks {@link Actor#may}. Which cases a person sees is a second question,
 * answered by {@link PortScope}.
 */
public enum Permission {
    /** Hand in declarations. */
    SUBMIT_DECLARATIONS(ANALYST),
    /** Select a shipment without a rule. */
    SELECT_SHIPMENTS(INSPECTOR, SUPERVISOR, ANALYST),
    /** Work cases: place holds, examine, ask for seizure, release, add to the case. */
    WORK_CASES(INSPECTOR, SUPERVISOR),
    /** Decide as the second person, reassign work, and act on cases that are assigned to somebody else. */
    SUPERVISE_CASES(SUPERVISOR),
    /** Read cases and work queues, and save filters. */
    READ_CASES(INSPECTOR, SUPERVISOR, ANALYST, AUDITOR),
    /** Read the queues of what waits for a supervisor. */
    READ_SUPERVISOR_QUEUES(SUPERVISOR, AUDITOR),
    /** Save filters that everybody at a port can use. */
    SHARE_FILTERS(SUPERVISOR),
    /** See scores, fired rules and propensities in cases, audit trails and figures. */
    SEE_RULE_LOGIC(ANALYST, AUDITOR),
    /** See scores in work queues. */
    SEE_QUEUE_SCORES(ANALYST),
    /** Read who did what. */
    READ_AUDIT_TRAIL(SUPERVISOR, AUDITOR),
    /** Download a case with its evidence and its proofs. */
    DOWNLOAD_BUNDLES(AUDITOR),
    /** Read who was refused what, and who read which case. */
    READ_SECURITY_LOG(AUDITOR, ADMIN),
    /** Read reports and statistics. */
    READ_REPORTS(REPORTER, SUPERVISOR, ANALYST, AUDITOR),
    /** Read how well rules perform. */
    READ_RULE_FIGURES(REPORTER, SUPERVISOR, ANALYST, AUDITOR),
    /** Read the outcome of every shipment that was screened. */
    READ_OUTCOMES(ANALYST, AUDITOR),
    /** Read rule sets, drafts and simulations. */
    READ_RULE_SETS(ANALYST, AUDITOR),
    /** Draft, simulate, approve, publish and activate rule sets. */
    CHANGE_RULE_SETS(ANALYST),
    /** Run the system: read models, readers of the log, metrics. */
    OPERATE(ADMIN);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles of which one is enough. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether one of these roles allows it. */
    public boolean isGrantedTo(Collection<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
