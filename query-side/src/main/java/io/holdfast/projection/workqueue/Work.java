package io.holdfast.projection.workqueue;

import io.holdfast.actor.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the work on a case is organised.
 *
 * @param assignee whose it is; absent when it is nobody's
 * @param snoozedUntil hidden until then
 * @param escalated raised to supervisors
 * @param operation the surge campaign it counts to
 */
public record Work(
        @Nullable UserId assignee,
        @Nullable Instant snoozedUntil,
        boolean escalated,
        @Nullable String operation) {
    static final Work UNTOUCHED = new Work(null, null, false, null);

    /** Whether it is hidden at this moment. */
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

    /** The case is closed: nobody's work any more. What it counted to remains. */
    Work done() {
        return new Work(null, null, false, operation);
    }
}
