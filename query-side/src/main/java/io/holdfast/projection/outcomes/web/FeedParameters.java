package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.FindOutcomes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Filter and paging parameters of the outcome feed.
 *
 * @param from declared on this day or later
 * @param to declared on this day or earlier
 * @param port only this port
 * @param basis how it was decided: {@code rules}, {@code random}, {@code intelligence}, {@code manual} or
 *     {@code cleared}
 * @param examinedOnly {@code true} for examined shipments only
 * @param asKnownOn as known at this moment (ISO 8601), or at the end of this day in UTC
 * @param after only what was decided after this position: the {@code next} of the previous page, or the
 *     {@code position} of the last row that was received
 * @param limit of a page of JSON: 1 to 1000, 100 by default
 */
record FeedParameters(
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String basis,
        @Nullable String examinedOnly,
        @Nullable String asKnownOn,
        @Nullable String after,
        @Nullable String limit) {
    private static final int USUAL_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    FindOutcomes page(Actor actor) {
        return question(actor, Parameter.number("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT));
    }

    /**
     * The query for an export.
     *
     * @throws BadParameterException if a limit is given, because an export is complete
     */
    FindOutcomes whole(Actor actor) {
        Parameter.refusePaging(null, limit);
        return question(actor, MAX_LIMIT);
    }

    private FindOutcomes question(Actor actor, int rows) {
        LocalDate first = Parameter.date("from", from);
        LocalDate last = Parameter.date("to", to);
        OutcomeParameters.refuseBackwards(first, last);
        return new FindOutcomes(
                actor.scope(),
                new FindOutcomes.Filter(
                        first,
                        last,
                        OutcomeParameters.port(port),
                        Parameter.optional(
                                "basis", basis, text -> Parameter.choice("basis", text, FindOutcomes.Basis.class)),
                        Parameter.flag("examinedOnly", examinedOnly),
                        OutcomeParameters.knownBy(asKnownOn)),
                position(),
                rows);
    }

    private long position() {
        if (after == null) {
            return FindOutcomes.FROM_THE_BEGINNING;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new BadParameterException(
                    "after", "must be a position: the next of a page, or the position of a row");
        }
        return Long.parseLong(after);
    }
}
