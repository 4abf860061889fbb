package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.FilterTerms;
import io.holdfast.projection.workqueue.Filters;
import io.holdfast.projection.workqueue.SavedFilter;
import io.holdfast.query.QueueName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Resolves what the list and the stream of a queue have in common: the queue name and a saved filter. */
@Component
class OpenQueue {
    private final Filters filters;

    OpenQueue(Filters filters) {
        this.filters = filters;
    }

    /**
     * The queue of that name.
     *
     * @throws io.holdfast.query.NoSuchQueueException if there is none
     * @throws AccessDeniedException if this person may not see it
     */
    QueueName queue(String path, Actor actor) {
        QueueName name = QueueName.ofPath(path);
        if (!name.isFor(actor)) {
            throw new AccessDeniedException("The queue " + path + " is for supervisors");
        }
        return name;
    }

    /**
     * The terms, completed by those of the saved filter.
     *
     * @throws BadParameterException if the actor has no filter of that name
     */
    FilterTerms with(@Nullable String filter, FilterTerms said, Actor actor) {
        Optional<SavedFilter> saved = Parameter.optional("filter", filter, text -> filters.named(text, actor));
        if (saved == null) {
            return said;
        }
        return saved.map(found -> said.over(found.terms()))
                .orElseThrow(() -> new BadParameterException("filter", "is no saved filter of yours or your ports"));
    }
}
