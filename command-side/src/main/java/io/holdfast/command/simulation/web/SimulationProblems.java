package io.holdfast.command.simulation.web;

import io.holdfast.command.simulation.SimulationRefusedException;
import io.holdfast.command.simulation.SimulationRefusedException.EveryPortRequiredException;
import io.holdfast.command.simulation.SimulationRefusedException.NoSuchSimulationException;
import io.holdfast.command.simulation.SimulationRefusedException.TooManySimulationsException;
import io.holdfast.runtime.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps the refusals of simulations to problem details (RFC 9457). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SimulationProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(SimulationRefusedException refusal) {
        return switch (refusal) {
            case NoSuchSimulationException r ->
                answer(HttpStatus.NOT_FOUND, "no-such-simulation", "There is no such simulation here", r);
            case EveryPortRequiredException r ->
                answer(HttpStatus.FORBIDDEN, "every-port-required", "You do not see every port", r);
            case TooManySimulationsException r ->
                later(answer(HttpStatus.SERVICE_UNAVAILABLE, "too-many-simulations", "Try again later", r), "30");
        };
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String slug, String title, RuntimeException refusal) {
        return ResponseEntity.status(status)
                .body(Problems.of(status, slug, title, String.valueOf(refusal.getMessage())));
    }

    private static ResponseEntity<ProblemDetail> later(ResponseEntity<ProblemDetail> answer, String seconds) {
        return ResponseEntity.status(answer.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(answer.getBody());
    }
}
