package io.holdfast.projection.workqueue.web;

import io.holdfast.projection.workqueue.FilterTerms;
import io.holdfast.projection.workqueue.SavedFilter;
import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/**
 * A saved filter in requests and responses; its terms are named like the query parameters.
 *
 * @param name may be absent in a request, because the path has it
 * @param sharedAt the port whose staff may use it; absent for a personal filter
 */
record FilterView(
        @Nullable String name,
        @Nullable PortCode sharedAt,
        @Nullable String port,
        @Nullable String status,
        @Nullable String assignee,
        @Nullable Integer minPriority,
        @Nullable Integer minWaitHours,
        @Nullable String sort,
        @Nullable Boolean snoozed) {
    static FilterView of(SavedFilter filter) {
        FilterTerms t = filter.terms();
        String minPriority = t.get("minPriority");
        String minWaitHours = t.get("minWaitHours");
        String snoozed = t.get("snoozed");
        return new FilterView(
                filter.key().name(),
                filter.key().port(),
                t.get("port"),
                t.get("status"),
                t.get("assignee"),
                minPriority == null ? null : Integer.valueOf(minPriority),
                minWaitHours == null ? null : Integer.valueOf(minWaitHours),
                t.get("sort"),
                snoozed == null ? null : Boolean.valueOf(snoozed));
    }

    FilterView named(String given) {
        return new FilterView(given, sharedAt, port, status, assignee, minPriority, minWaitHours, sort, snoozed);
    }

    FilterTerms terms() {
        return FilterTerms.NONE
                .with("port", port)
                .with("status", status)
                .with("assignee", assignee)
                .with("minPriority", minPriority)
                .with("minWaitHours", minWaitHours)
                .with("sort", sort)
                .with("snoozed", snoozed);
    }
}
