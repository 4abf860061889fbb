package io.holdfast.projection.workqueue;

import io.holdfast.actor.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the work on a case is organised.
 *
 * @param assignee who works on it; absent if nobody does
 * @param snoozedUntil hidden until then
 * @param escalated whether it was raised to supervisors
 * @param operation the surge campaign that it belongs to
 */
public record Work(
        @Nullable UserId assignee,
        @Nullable Instant snoozedUntil,
        boolean escalated,
        @Nullable String operation) {
    static final Work UNTOUCHED = new Work(null, null, false, null);

    /** Whether it is snoozed at this moment. */
    boolean isAsleep(Instant at) {
        return snoozedUntil != null && snoozedUntil.isAfter(at);
    }

    Work assignedTo(@Nullable UserId person) {
        return new Work(person, snoozedUntil, escalated, operation);
    }

    Work snoozed(@Nullable Instant until) {
        return new Work(assignee, until, escalated, operation);
    }

    Work raised() {
        return new Work(assignee, snoozedUntil, true, operation);
    }

    Work in(String campaign) {
        return new Work(assignee, snoozedUntil, escalated, campaign);
    }

    /** The work of a closed case: nobody is assigned any more. It still belongs to its campaign. */
    Work done() {
        return new Work(null, null, false, operation);
    }
}
