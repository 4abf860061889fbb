package io.holdfast.projection.casefile.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.CaseList;
import io.holdfast.query.ReadCaseList;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Paging parameters of a list of a case.
 *
 * @param order {@code oldest} (the default) or {@code newest} first
 * @param cursor the {@code next} of the previous page
 * @param limit 1 to 200, 50 by default
 */
record ListParameters(
        @Nullable String order,
        @Nullable String cursor,
        @Nullable String limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    ReadCaseList question(ShipmentId shipment, CaseList list, Actor actor) {
        return new ReadCaseList(
                shipment,
                list,
                actor.scope(),
                Parameter.newestFirst(order, false),
                number(cursor),
                Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    private static @Nullable Long number(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new BadParameterException("cursor", "must be the next of an answer here");
        }
        return Long.valueOf(cursor);
    }
}
