package io.holdfast.projection.workqueue.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.projection.workqueue.live.LiveFeed;
import io.holdfast.projection.workqueue.live.LiveStream;
import io.holdfast.projection.workqueue.live.Watch;
import io.holdfast.projection.workqueue.live.Watcher;
import io.holdfast.runtime.security.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Streams the changes of a queue. The request's own thread, a virtual one, writes until the client disconnects. */
@RestController
@AnswersFrom(WorkQueueProjection.NAME)
class QueueStreamController {
    private static final Logger LOG = LoggerFactory.getLogger(QueueStreamController.class);
    private static final String LAST_SEEN = "Last-Event-ID";
    private static final String EXAMPLE = """
            event: case
            id: 98304
            data: {"shipmentId": "HF26-01009", "status": "HELD", "version": 4}
            """;

    private final OpenQueue queues;
    private final LiveFeed feed;
    private final LiveStream stream;

    QueueStreamController(OpenQueue queues, LiveFeed feed, LiveStream stream) {
        this.queues = queues;
        this.feed = feed;
        this.stream = stream;
    }

    /** Changes of a queue as server-sent events: {@code open}, {@code case}, {@code gone}, {@code reload}. */
    @Operation(
            summary = "What changes in a queue, as it changes",
            description =
                    "Server-sent events. The id of each is a position; send the last one as Last-Event-ID to go on"
                            + " without a gap.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @GetMapping(path = "/api/v1/queues/{queue}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RequiresPermission(Permission.READ_CASES)
    void stream(
            @PathVariable String queue,
            @ParameterObject FilterParameters parameters,
            @RequestHeader(name = LAST_SEEN, required = false) @Nullable String lastEventId,
            Actor actor,
            HttpServletResponse response) {
        var name = queues.queue(queue, actor);
        var filter = FilterParameters.read(queues.with(parameters.filter(), parameters.terms(), actor), actor);
        var watch = new Watch(name, actor.id(), actor.scope(), filter, actor.may(Permission.SEE_QUEUE_SCORES));
        Long lastSeen = lastSeen(lastEventId);
        Watcher watcher = feed.watch(watch);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            // Proxies that buffer responses would delay the events.
            response.setHeader("X-Accel-Buffering", "no");
            stream.write(watcher, lastSeen, response.getOutputStream());
        } catch (IOException gone) {
            LOG.debug("{} no longer watches {}: {}", actor.id(), queue, gone.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            feed.leave(watcher);
        }
    }

    private static @Nullable Long lastSeen(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        if (!header.strip().matches("-1|[0-9]{1,18}")) {
            throw new BadParameterException(LAST_SEEN, "must be the id of an event of this stream");
        }
        return Long.valueOf(header.strip());
    }
}
