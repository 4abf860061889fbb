package io.holdfast.query;

import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was refused or denied what, and who read which case? All filters that are given must hold.
 *
 * @param filter which entries
 * @param newestFirst the order, by time
 * @param after the cursor of the page before, if any
 * @param limit at most so many entries
 */
public record SearchSecurityLog(
        Filter filter, boolean newestFirst, @Nullable String after, int limit) {

    /**
     * Which entries; what is absent does not matter.
     *
     * @param actor who asked
     * @param status of the answer (HTTP)
     * @param from not before
     * @param to before
     */
    public record Filter(
            @Nullable UserId actor,
            @Nullable Integer status,
            @Nullable String correlationId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One request. There is nothing in it of what was sent but method and path.
     *
     * @param id sorts by time
     * @param at when it was answered, by the clock of the server
     * @param actor who asked; absent when nobody was authenticated
     * @param roles sorted
     * @param dutyPort where the person is on duty, if anywhere
     * @param address the network address of the connection
     * @param path without the query; at most 512 characters
     * @param status of the answer (HTTP)
     * @param problem the type of the problem that was answered, such as {@code /problems/not-allowed}
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

    /** A page; without {@code next} it is the last. */
    public record Page(List<Entry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same question for the entries after a cursor. */
    public SearchSecurityLog after(@Nullable String cursor) {
        return new SearchSecurityLog(filter, newestFirst, cursor, limit);
    }
}
