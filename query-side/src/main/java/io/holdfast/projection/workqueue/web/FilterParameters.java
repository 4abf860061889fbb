package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.FilterTerms;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filter parameters for listing, counting and watching queues, as a {@link QueueFilter} is written.
 *
 * @param filter a saved filter; other parameters override its terms
 * @param port only this port
 * @param status only this status
 * @param assignee {@code me}, {@code none} or a user
 * @param minPriority only cases with at least this priority, 0 to 999
 * @param minWaitHours only cases that have waited at least this many hours for their current step, 0 to 9999
 * @param snoozed {@code true} also shows snoozed cases
 */
record FilterParameters(
        @Nullable String filter,
        @Nullable String port,
        @Nullable String status,
        @Nullable String assignee,
        @Nullable String minPriority,
        @Nullable String minWaitHours,
        @Nullable String snoozed) {
    private static final int MAX_PRIORITY = 999;
    private static final int MAX_WAIT_HOURS = 9999;
    private static final Set<String> KNOWN = Stream.of(FilterParameters.class, PageParameters.class)
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());

    FilterTerms terms() {
        return FilterTerms.NONE
                .with("port", port)
                .with("status", status)
                .with("assignee", assignee)
                .with("minPriority", minPriority)
                .with("minWaitHours", minWaitHours)
                .with("snoozed", snoozed);
    }

    /**
     * The filter that the terms mean for this person at this moment; sort terms are ignored.
     *
     * @throws BadParameterException if a term is invalid
     */
    static QueueFilter read(FilterTerms terms, Actor actor) {
        checkKnown(terms);
        return new QueueFilter(
                Parameter.optional("port", terms.get("port"), PortCode::new),
                Parameter.optional("status", terms.get("status"), FilterParameters::status),
                Parameter.optional("assignee", terms.get("assignee"), text -> assignee(text, actor)),
                Parameter.number("minPriority", terms.get("minPriority"), 0, MAX_PRIORITY, 0),
                Parameter.number("minWaitHours", terms.get("minWaitHours"), 0, MAX_WAIT_HOURS, 0),
                Parameter.flag("snoozed", terms.get("snoozed")));
    }

    /** Refuses unknown terms: another version may have saved a filter with terms that this one does not know. */
    private static void checkKnown(FilterTerms terms) {
        for (String name : terms.said().keySet()) {
            if (!KNOWN.contains(name)) {
                throw new BadParameterException("filter", "says " + name + ", which is not known here");
            }
        }
    }

    private static Status status(String text) {
        return Parameter.choice("status", text.toLowerCase(Locale.ROOT), Status.class);
    }

    private static Assignee assignee(String text, Actor actor) {
        return switch (text) {
            case "me" -> new Assignee(actor.id());
            case "none" -> Assignee.NOBODY;
            default -> new Assignee(new UserId(text));
        };
    }
}
