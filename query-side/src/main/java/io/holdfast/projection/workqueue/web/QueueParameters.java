package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.Cursor;
import io.holdfast.projection.workqueue.SavedFilter.Terms;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.QueueName;
import org.jspecify.annotations.Nullable;

/**
 * How a queue is asked for.
 *
 * @param filter a saved filter; what is said beside it counts instead of what it says
 * @param port only this port
 * @param status only this status
 * @param assignee {@code me}, {@code none} or a user
 * @param minPriority only cases of at least this priority, 0 to 999
 * @param sort {@code priority} (the default) or {@code age}
 * @param snoozed {@code true} also shows snoozed cases
 * @param cursor the {@code next} of the page before
 * @param limit 1 to 200, 50 by default
 */
record QueueParameters(
        @Nullable String filter,
        @Nullable String port,
        @Nullable String status,
        @Nullable String assignee,
        @Nullable String minPriority,
        @Nullable String sort,
        @Nullable String snoozed,
        @Nullable String cursor,
        @Nullable String limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    Terms terms() {
        return new Terms(port, status, assignee, minPriority, sort, snoozed);
    }

    /**
     * The question.
     *
     * @param all the terms, with those of the saved filter
     * @throws io.holdfast.projection.answer.BadParameterException for what cannot be used
     */
    BrowseQueue question(QueueName queue, Terms all, Actor actor) {
        var read = FilterTermsReader.of(all, actor);
        return new BrowseQueue(
                queue,
                actor.id(),
                actor.scope(),
                read.port(),
                read.status(),
                read.assignee(),
                read.minPriority(),
                read.sort(),
                read.snoozed(),
                actor.may(Permission.SEE_QUEUE_SCORES),
                Parameter.optional(
                        "cursor",
                        cursor,
                        text -> Cursor.parse(text, read.sort()).text()),
                Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
    }
}
