package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.CountQueues;
import io.holdfast.query.QueueName;
import io.holdfast.runtime.security.RequiresPermission;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the work queues. */
@RestController
@AnswersFrom(WorkQueueProjection.NAME)
@RequestMapping(path = "/api/v1/queues", produces = MediaType.APPLICATION_JSON_VALUE)
class QueueController {
    private final QueryDispatcher asking;
    private final OpenQueue queues;

    QueueController(QueryDispatcher asking, OpenQueue queues) {
        this.asking = asking;
        this.queues = queues;
    }

    /** The number of cases in each queue that the caller may see. */
    @GetMapping
    @RequiresPermission(Permission.READ_CASES)
    CountQueues.Answer counts(@ParameterObject FilterParameters parameters, Actor actor) {
        Set<QueueName> visible = Arrays.stream(QueueName.values())
                .filter(queue -> queue.isFor(actor))
                .collect(Collectors.toSet());
        var terms = queues.with(parameters.filter(), parameters.terms(), actor);
        var filter = FilterParameters.read(terms, actor);
        return asking.ask(new CountQueues(visible, actor.id(), actor.scope(), filter), CountQueues.Answer.class);
    }

    /** The cases of a queue, page by page. */
    @GetMapping("/{queue}")
    @RequiresPermission(Permission.READ_CASES)
    BrowseQueue.Page browse(
            @PathVariable String queue,
            @ParameterObject FilterParameters parameters,
            @ParameterObject PageParameters page,
            Actor actor) {
        QueueName name = queues.queue(queue, actor);
        var terms = queues.with(parameters.filter(), page.terms().over(parameters.terms()), actor);
        return asking.ask(page.question(name, terms, actor), BrowseQueue.Page.class);
    }
}
