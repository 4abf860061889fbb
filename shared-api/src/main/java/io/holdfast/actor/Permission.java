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
 * The access policy: each permission and the roles that grant it. This is the only place that defines it; controllers
 * declare the permission they require, and domain code calls {@link Actor#may}. Which cases a person may see is decided
 * separately, by {@link PortScope}.
 */
public enum Permission {
    /** Submit declarations. */
    SUBMIT_DECLARATIONS(ANALYST),
    /** Select a shipment without a rule. */
    SELECT_SHIPMENTS(INSPECTOR, SUPERVISOR, ANALYST),
    /** Work on cases: place holds, examine, request seizure, release, add to the case. */
    WORK_CASES(INSPECTOR, SUPERVISOR),
    /** Give second-person approval, reassign work, and act on cases that are assigned to somebody else. */
    SUPERVISE_CASES(SUPERVISOR),
    /** Read cases and work queues, and save filters. */
    READ_CASES(INSPECTOR, SUPERVISOR, ANALYST, AUDITOR),
    /** Read the queues of cases that wait for a supervisor. */
    READ_SUPERVISOR_QUEUES(SUPERVISOR, AUDITOR),
    /** Save filters that everybody at a port can use. */
    SHARE_FILTERS(SUPERVISOR),
    /** See scores, fired rules and propensities in cases, audit trails and statistics. */
    SEE_RULE_LOGIC(ANALYST, AUDITOR),
    /** See scores in work queues. */
    SEE_QUEUE_SCORES(ANALYST),
    /** Read the audit trail. */
    READ_AUDIT_TRAIL(SUPERVISOR, AUDITOR),
    /** Download a case with its evidence and proofs. */
    DOWNLOAD_BUNDLES(AUDITOR),
    /** Read the security log: refused requests, and who read which case. */
    READ_SECURITY_LOG(AUDITOR, ADMIN),
    /** Read reports and statistics. */
    READ_REPORTS(REPORTER, SUPERVISOR, ANALYST, AUDITOR),
    /** Read how well rules perform. */
    READ_RULE_FIGURES(REPORTER, SUPERVISOR, ANALYST, AUDITOR),
    /** Read the outcome of every screened shipment. */
    READ_OUTCOMES(ANALYST, AUDITOR),
    /** Read rule sets, drafts and simulations. */
    READ_RULE_SETS(ANALYST, AUDITOR),
    /** Draft, simulate, approve, publish and activate rule sets. */
    CHANGE_RULE_SETS(ANALYST),
    /** Run the system: read models, event log readers, metrics. */
    OPERATE(ADMIN);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that grant this permission; any one of them is enough. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether any of these roles grants this permission. */
    public boolean isGrantedTo(Collection<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
