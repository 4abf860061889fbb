package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.SavedFilter.Terms;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Terms as they are understood, when this person uses them now. */
record FilterTermsReader(
        @Nullable PortCode port,
        @Nullable Status status,
        @Nullable Assignee assignee,
        int minPriority,
        Sort sort,
        boolean snoozed) {
    private static final int MAX_PRIORITY = 999;

    /** @throws io.holdfast.projection.answer.BadParameterException for what cannot be used */
    static FilterTermsReader of(Terms terms, Actor actor) {
        String status = terms.status();
        String sort = terms.sort();
        return new FilterTermsReader(
                Parameter.optional("port", terms.port(), PortCode::new),
                status == null ? null : Parameter.choice("status", status.toLowerCase(Locale.ROOT), Status.class),
                Parameter.optional("assignee", terms.assignee(), text -> assignee(text, actor)),
                Parameter.number("minPriority", terms.minPriority(), 0, MAX_PRIORITY, 0),
                sort == null ? Sort.PRIORITY : Parameter.choice("sort", sort, Sort.class),
                Parameter.flag("snoozed", terms.snoozed()));
    }

    private static Assignee assignee(String text, Actor actor) {
        return switch (text) {
            case "me" -> new Assignee(actor.id());
            case "none" -> new Assignee(null);
            default -> new Assignee(new UserId(text));
        };
    }
}
