package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.projection.workqueue.SavedFilter.Terms;
import io.holdfast.projection.workqueue.live.Watch;
import io.holdfast.query.CountQueues;
import io.holdfast.query.QueueName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of queues are counted or watched.
 *
 * @param filter a saved filter, of which the order means nothing here
 * @param port only this port
 * @param status only this status
 * @param assignee {@code me}, {@code none} or a user
 * @param minPriority only cases of at least this priority, 0 to 999
 * @param snoozed {@code true} also shows snoozed cases
 */
record CaseSelectionParameters(
        @Nullable String filter,
        @Nullable String port,
        @Nullable String status,
        @Nullable String assignee,
        @Nullable String minPriority,
        @Nullable String snoozed) {
    Terms terms() {
        return new Terms(port, status, assignee, minPriority, null, snoozed);
    }

    /** @throws io.holdfast.projection.answer.BadParameterException for what cannot be used */
    Watch watch(QueueName queue, Terms all, Actor actor) {
        var read = FilterTermsReader.of(all, actor);
        var wanted = new Wanted(
                queue,
                actor.id(),
                Ports.narrowed(actor.scope(), read.port()),
                read.status(),
                read.assignee(),
                null,
                null);
        return new Watch(wanted, read.minPriority(), read.snoozed(), actor.may(Permission.SEE_QUEUE_SCORES));
    }

    /** @throws io.holdfast.projection.answer.BadParameterException for what cannot be used */
    CountQueues count(Set<QueueName> queues, Terms all, Actor actor) {
        var read = FilterTermsReader.of(all, actor);
        return new CountQueues(
                queues,
                actor.id(),
                Ports.narrowed(actor.scope(), read.port()),
                new CountQueues.Filter(read.status(), read.assignee(), read.minPriority(), read.snoozed()));
    }
}
