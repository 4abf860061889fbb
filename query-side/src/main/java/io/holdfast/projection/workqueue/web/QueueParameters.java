package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.Cursor;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.Status;
import io.holdfast.value.PortCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a queue is asked for.
 *
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
    private static final int MAX_PRIORITY = 999;

    /** @throws io.holdfast.projection.answer.BadParameterException for what cannot be used */
    BrowseQueue question(QueueName queue, Actor actor) {
        Sort order = sort == null ? Sort.PRIORITY : Parameter.choice("sort", sort, Sort.class);
        return new BrowseQueue(
                queue,
                actor.id(),
                actor.scope(),
                Parameter.optional("port", port, PortCode::new),
                status == null ? null : Parameter.choice("status", status.toLowerCase(Locale.ROOT), Status.class),
                Parameter.optional("assignee", assignee, text -> assignee(text, actor)),
                Parameter.number("minPriority", minPriority, 0, MAX_PRIORITY, 0),
                order,
                Parameter.flag("snoozed", snoozed),
                actor.is(Role.ANALYST),
                Parameter.optional(
                        "cursor", cursor, text -> Cursor.parse(text, order).text()),
                Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    private static Assignee assignee(String text, Actor actor) {
        return switch (text) {
            case "me" -> new Assignee(actor.id());
            case "none" -> new Assignee(null);
            default -> new Assignee(new UserId(text));
        };
    }
}
