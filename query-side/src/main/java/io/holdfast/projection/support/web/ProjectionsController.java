package io.holdfast.projection.support.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.support.ProjectionMonitor;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.support.ProjectionStatus;
import io.holdfast.projection.support.RetryOutcome;
import io.holdfast.runtime.security.RequiresPermission;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and rebuilds projections, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/projections")
@RequiresPermission(Permission.OPERATE)
class ProjectionsController {
    private final ProjectionNode node;
    private final ProjectionMonitor monitor;

    ProjectionsController(ProjectionNode node, ProjectionMonitor monitor) {
        this.node = node;
        this.monitor = monitor;
    }

    /** Position, lag and number of parked events of every projection. */
    @GetMapping
    List<ProjectionStatus> all() {
        return node.names().stream().map(monitor::status).toList();
    }

    /** The status of one projection, including the progress of a rebuild. */
    @GetMapping("/{name}")
    ProjectionStatus one(@PathVariable String name) {
        return monitor.status(name);
    }

    /** Starts a rebuild: fills a new generation while the live one answers, and swaps them when it is complete. */
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionStatus> rebuild(@PathVariable String name, Actor actor) {
        node.rebuild(name, actor.id().value());
        return accepted(name);
    }

    /** Retries parked events. For a projection with totals over shipments, this starts a rebuild. */
    @PostMapping("/{name}/retry")
    ResponseEntity<?> retry(@PathVariable String name, Actor actor) {
        return switch (node.retry(name, actor.id().value())) {
            case RetryOutcome.Retried done -> ResponseEntity.ok(done);
            case RetryOutcome.Rebuilding _ -> accepted(name);
        };
    }

    private ResponseEntity<ProjectionStatus> accepted(String name) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/admin/projections/" + name))
                .body(monitor.status(name));
    }
}
