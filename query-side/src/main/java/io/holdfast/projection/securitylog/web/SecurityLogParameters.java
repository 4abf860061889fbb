package io.holdfast.projection.securitylog.web;

import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Filter;
import io.holdfast.runtime.securitylog.SecurityTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Search parameters of the security log; an invalid one causes a {@link BadParameterException}.
 *
 * @param actor only entries of this person
 * @param status only entries with this response status, such as 403
 * @param correlation only entries with this correlation id
 * @param from not before this moment (ISO 8601), or this day in UTC
 * @param to before this moment, or before this day in UTC
 * @param order {@code newest} (the default) or {@code oldest} first
 * @param cursor the {@code next} of the previous page
 * @param limit 1 to 500, 100 by default
 */
record SecurityLogParameters(
        @Nullable String actor,
        @Nullable String status,
        @Nullable String correlation,
        @Nullable String from,
        @Nullable String to,
        @Nullable String order,
        @Nullable String cursor,
        @Nullable String limit) {
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 100;

    SearchSecurityLog question() {
        return question(Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /** The query for an export; refuses cursor and limit. */
    SearchSecurityLog whole() {
        Parameter.refusePaging(cursor, limit);
        return question(MAX_LIMIT);
    }

    private SearchSecurityLog question(int entries) {
        if (cursor != null && !SecurityTime.isId(cursor)) {
            throw new BadParameterException("cursor", "must be the next of an answer here");
        }
        return new SearchSecurityLog(filter(), Parameter.newestFirst(order, true), cursor, entries);
    }

    private Filter filter() {
        Instant first = Parameter.moment("from", from);
        Instant last = Parameter.moment("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new BadParameterException("to", "must not be before from");
        }
        if (correlation != null && (correlation.isBlank() || correlation.length() > 128)) {
            throw new BadParameterException("correlation", "must have 1 to 128 characters");
        }
        return new Filter(
                Parameter.optional("actor", actor, UserId::new),
                Parameter.optionalNumber("status", status, 100, 599),
                correlation,
                first,
                last);
    }
}
