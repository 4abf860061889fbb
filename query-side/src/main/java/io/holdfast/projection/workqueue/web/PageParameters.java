package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.Cursor;
import io.holdfast.projection.workqueue.FilterTerms;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import org.jspecify.annotations.Nullable;

/**
 * Paging and sort parameters of a queue.
 *
 * @param sort {@code priority} (the default) or {@code age}
 * @param cursor the {@code next} of the previous page
 * @param limit 1 to 200, 50 by default
 */
record PageParameters(
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable String limit) {
    private static final String SORT = "sort";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    FilterTerms terms() {
        return FilterTerms.NONE.with(SORT, sort);
    }

    /**
     * The query.
     *
     * @param all the terms, completed by those of the saved filter
     * @throws BadParameterException if a term is invalid
     */
    BrowseQueue question(QueueName queue, FilterTerms all, Actor actor) {
        Sort order = order(all);
        return new BrowseQueue(
                queue,
                actor.id(),
                actor.scope(),
                FilterParameters.read(all, actor),
                order,
                actor.may(Permission.SEE_QUEUE_SCORES),
                Parameter.optional(
                        "cursor", cursor, text -> Cursor.parse(text, order).text()),
                Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /**
     * The sort order.
     *
     * @throws BadParameterException if there is no such order
     */
    static Sort order(FilterTerms terms) {
        String text = terms.get(SORT);
        return text == null ? Sort.PRIORITY : Parameter.choice(SORT, text, Sort.class);
    }
}
