package io.holdfast.query;

import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: the security log, that is refused requests and reads of cases. An entry must match every given filter.
 *
 * @param filter limits which entries are returned
 * @param newestFirst whether the newest comes first; the order is by time
 * @param after the cursor of the previous page, if any
 * @param limit the most entries to return
 */
public record SearchSecurityLog(
        Filter filter, boolean newestFirst, @Nullable String after, int limit) {

    /**
     * Limits which entries are returned; absent criteria match everything.
     *
     * @param actor who sent the request
     * @param status the HTTP status of the answer
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     */
    public record Filter(
            @Nullable UserId actor,
            @Nullable Integer status,
            @Nullable String correlationId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One request. Of what was sent it records only method and path.
     *
     * @param id sorts by time
     * @param at when it was answered, by the server's clock
     * @param actor who sent it; absent when nobody was authenticated
     * @param roles the actor's roles, sorted
     * @param dutyPort the actor's port of duty, if any
     * @param address the network address of the connection
     * @param path without the query string; at most 512 characters
     * @param status the HTTP status of the answer
     * @param problem the type of the problem in the answer, such as {@code /problems/not-allowed}
     */
    public record Entry(
            String id,
            Instant at,
            @Nullable UserId actor,
            List<String> roles,
            @Nullable PortCode dutyPort,
            String address,
            String method,
            String path,
            int status,
            @Nullable String problem,
            String correlationId) {
        public Entry {
            roles = List.copyOf(roles);
        }
    }

    /** One page; it is the last one if {@code next} is absent. */
    public record Page(List<Entry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same query for the entries after a cursor. */
    public SearchSecurityLog after(@Nullable String cursor) {
        return new SearchSecurityLog(filter, newestFirst, cursor, limit);
    }
}
