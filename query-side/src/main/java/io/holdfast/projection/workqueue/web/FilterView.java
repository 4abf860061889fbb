package io.holdfast.projection.workqueue.web;

import io.holdfast.projection.workqueue.SavedFilter;
import io.holdfast.projection.workqueue.SavedFilter.Terms;
import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/**
 * A saved filter as it travels; the terms are those of the query parameters.
 *
 * @param name given in the path, so that it may be absent when the filter is written
 * @param sharedAt the port where all may use it; absent for one's own
 */
record FilterView(
        @Nullable String name,
        @Nullable PortCode sharedAt,
        @Nullable String port,
        @Nullable String status,
        @Nullable String assignee,
        @Nullable Integer minPriority,
        @Nullable String sort,
        @Nullable Boolean snoozed) {
    static FilterView of(SavedFilter filter) {
        Terms t = filter.terms();
        return new FilterView(
                filter.key().name(),
                filter.key().port(),
                t.port(),
                t.status(),
                t.assignee(),
                t.minPriority() == null ? null : Integer.valueOf(t.minPriority()),
                t.sort(),
                t.snoozed() == null ? null : Boolean.valueOf(t.snoozed()));
    }

    FilterView named(String given) {
        return new FilterView(given, sharedAt, port, status, assignee, minPriority, sort, snoozed);
    }

    Terms terms() {
        return new Terms(
                port,
                status,
                assignee,
                minPriority == null ? null : minPriority.toString(),
                sort,
                snoozed == null ? null : snoozed.toString());
    }
}
