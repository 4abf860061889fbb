package io.holdfast.runtime.log;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.runtime.web.Problems;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Administration of the event log readers in this process. */
@RestController
@RequestMapping("/api/v1/admin/readers")
@RequiresPermission(Permission.OPERATE)
class LogReadersController {
    private static final int MOST = 100;

    private final LogFollowers followers;

    LogReadersController(LogFollowers followers) {
        this.followers = followers;
    }

    /** There is no reader of this name in this process. */
    static final class UnknownReaderException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownReaderException(String name) {
            super("There is no reader " + name + " in this process");
        }
    }

    /** The position of each reader, and what it has parked. */
    @GetMapping
    List<ReaderStatus> all() {
        return followers.all().stream().map(LogFollowers::status).toList();
    }

    /** The first hundred parked items of a reader. */
    @GetMapping("/{name}/parked")
    List<ParkedItem> parked(@PathVariable String name) {
        return named(name).parked(MOST);
    }

    /** Retries the parked items. */
    @PostMapping("/{name}/retry")
    ReaderStatus retry(@PathVariable String name, Actor actor) {
        LogFollower follower = named(name);
        follower.retry(actor.id().value());
        return follower.status();
    }

    /** Makes the reader read the whole log again, for example after a restore of the log. */
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ReaderStatus> rebuild(@PathVariable String name, Actor actor) {
        LogFollower follower = named(name);
        follower.rebuild(actor.id().value());
        return ResponseEntity.accepted().body(follower.status());
    }

    private LogFollower named(String name) {
        return followers.named(name).orElseThrow(() -> new UnknownReaderException(name));
    }

    /** Maps the exceptions of reading the log to problems. */
    @RestControllerAdvice
    @Order(0)
    static class LogReadingProblems {
        @ExceptionHandler
        ProblemDetail on(UnknownReaderException refused) {
            return Problems.of(
                    HttpStatus.NOT_FOUND, "unknown-reader", "No such reader", String.valueOf(refused.getMessage()));
        }
    }
}
