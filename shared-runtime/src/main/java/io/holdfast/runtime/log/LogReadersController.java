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

/** The readers of the event log in this process, for those who run it. */
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

    /** Where each stands, and what it has left aside. */
    @GetMapping
    List<ReaderStatus> all() {
        return followers.all().stream().map(LogFollowers::status).toList();
    }

    /** The first hundred things that a reader has left aside. */
    @GetMapping("/{name}/parked")
    List<ParkedItem> parked(@PathVariable String name) {
        return named(name).parked(MOST);
    }

    /** Tries again what was left aside. */
    @PostMapping("/{name}/retry")
    ReaderStatus retry(@PathVariable String name, Actor actor) {
        LogFollower follower = named(name);
        follower.retry(actor.id().value());
        return follower.status();
    }

    /** Has it read the whole log again, as after a restore of the log. */
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ReaderStatus> rebuild(@PathVariable String name, Actor actor) {
        LogFollower follower = named(name);
        follower.rebuild(actor.id().value());
        return ResponseEntity.accepted().body(follower.status());
    }

    private LogFollower named(String name) {
        return followers.named(name).orElseThrow(() -> new UnknownReaderException(name));
    }

    /** What reading the log refuses. */
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
