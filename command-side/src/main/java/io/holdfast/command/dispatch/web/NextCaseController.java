package io.holdfast.command.dispatch.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.dispatch.ClaimNextCase;
import io.holdfast.query.BrowseQueue.Entry;
import io.holdfast.query.QueueName;
import io.holdfast.runtime.security.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assigns the caller the next case of a queue. */
@RestController
class NextCaseController {
    private final ClaimNextCase dispatch;

    NextCaseController(ClaimNextCase dispatch) {
        this.dispatch = dispatch;
    }

    @Operation(
            summary = "Takes the most urgent case of a queue that nobody has",
            description = "200 with the case, now the caller's; 204 when none waits")
    @PostMapping(path = "/api/v1/queues/{queue}/next", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Entry> next(@PathVariable String queue, Actor actor) {
        QueueName name = QueueName.ofPath(queue);
        if (!name.isFor(actor)) {
            throw new AccessDeniedException("The queue " + queue + " is for supervisors");
        }
        return dispatch.claim(name, actor)
                .map(entry ->
                        ResponseEntity.ok().eTag("\"" + entry.version() + "\"").body(entry))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
