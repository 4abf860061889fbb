package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.Asking;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.workqueue.Cursor;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.CountQueues;
import io.holdfast.query.QueueName;
import io.holdfast.runtime.security.Roles;
import io.holdfast.shipment.Status;
import io.holdfast.value.PortCode;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to do. */
@RestController
@RequestMapping(path = "/api/v1/queues", produces = MediaType.APPLICATION_JSON_VALUE)
class QueueController {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_PRIORITY = 999;

    private final Asking asking;

    QueueController(Asking asking) {
        this.asking = asking;
    }

    /** How many cases wait in each queue that the caller may see. */
    @GetMapping
    @RolesAllowed({Roles.INSPECTOR, Roles.SUPERVISOR, Roles.ANALYST, Roles.AUDITOR})
    CountQueues.Answer counts(Actor actor) {
        Set<QueueName> visible = Arrays.stream(QueueName.values())
                .filter(queue -> mayRead(actor, queue))
                .collect(Collectors.toSet());
        return asking.ask(new CountQueues(visible, actor.id(), actor.scope()), CountQueues.Answer.class);
    }

    /**
     * The cases of a queue, page by page.
     *
     * @param port only this port
     * @param status only this status
     * @param assignee {@code me}, {@code none} or a user
     * @param minPriority 0 to 999
     * @param sort {@code priority} (the default) or {@code age}
     * @param snoozed {@code true} also shows snoozed cases
     * @param cursor the {@code next} of the page before
     * @param limit 1 to 200, 50 by default
     */
    @GetMapping("/{queue}")
    @RolesAllowed({Roles.INSPECTOR, Roles.SUPERVISOR, Roles.ANALYST, Roles.AUDITOR})
    BrowseQueue.Page browse(
            @PathVariable String queue,
            @RequestParam(required = false) @Nullable String port,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String minPriority,
            @RequestParam(defaultValue = "priority") String sort,
            @RequestParam(required = false) @Nullable String snoozed,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Actor actor) {
        QueueName name = QueueName.ofPath(queue).orElseThrow(NoSuchQueueException::new);
        if (!mayRead(actor, name)) {
            throw new AccessDeniedException("The queue " + queue + " is for supervisors");
        }
        Sort order = Parameter.choice("sort", sort, Sort.class);
        var question = new BrowseQueue(
                name,
                actor.id(),
                actor.scope(),
                Parameter.optional("port", port, PortCode::new),
                status == null ? null : Parameter.choice("status", status.toLowerCase(Locale.ROOT), Status.class),
                Parameter.optional("assignee", assignee, text -> assignee(text, actor)),
                Parameter.number("minPriority", minPriority, 0, MAX_PRIORITY, 0),
                order,
                Parameter.flag("snoozed", snoozed),
                actor.is(Role.ANALYST),
                Parameter.optional("cursor", cursor, text -> Cursor.parse(text, order).text()),
                Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
        return asking.ask(question, BrowseQueue.Page.class);
    }

    private static Assignee assignee(String text, Actor actor) {
        return switch (text) {
            case "me" -> new Assignee(actor.id());
            case "none" -> new Assignee(null);
            default -> new Assignee(new UserId(text));
        };
    }

    private static boolean mayRead(Actor actor, QueueName queue) {
        return switch (queue) {
            case APPROVALS, ESCALATED -> actor.is(Role.SUPERVISOR) || actor.is(Role.AUDITOR);
            case TO_TRIAGE, HELD, EXAMS, INSPECTED, CUSTODY, MINE, OPEN -> true;
        };
    }
}
