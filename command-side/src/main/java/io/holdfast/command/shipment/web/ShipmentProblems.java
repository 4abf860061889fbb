package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.domain.AlreadyAssignedException;
import io.holdfast.command.shipment.domain.AssignedToAnotherException;
import io.holdfast.command.shipment.domain.CommandRefusedException;
import io.holdfast.command.shipment.domain.DifferentDeclarationException;
import io.holdfast.command.shipment.domain.FourEyesException;
import io.holdfast.command.shipment.domain.IllegalTransitionException;
import io.holdfast.command.shipment.domain.NoSuchDemandException;
import io.holdfast.command.shipment.domain.NoSuchExamException;
import io.holdfast.command.shipment.domain.NoSuchHoldException;
import io.holdfast.command.shipment.domain.NoSuchSampleException;
import io.holdfast.command.shipment.domain.NoSuchSeizureRequestException;
import io.holdfast.command.shipment.domain.NoSuchShipmentException;
import io.holdfast.command.shipment.domain.NotAssignableException;
import io.holdfast.command.shipment.domain.PortOutOfScopeException;
import io.holdfast.command.shipment.domain.RedeliveryPeriodOverException;
import io.holdfast.command.shipment.domain.StaleVersionException;
import io.holdfast.command.shipment.domain.SupervisorRequiredException;
import io.holdfast.command.shipment.domain.WaiverRequiredException;
import io.holdfast.runtime.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps every refusal of the domain to problem details (RFC 9457), in one place. */
@RestControllerAdvice
@Order(0)
class ShipmentProblems {
    @ExceptionHandler
    ProblemDetail on(CommandRefusedException refusal) {
        return switch (refusal) {
            case IllegalTransitionException r -> illegal(r);
            case NoSuchShipmentException r -> problem(HttpStatus.NOT_FOUND, "no-such-shipment", "No such shipment", r);
            case NoSuchHoldException r -> problem(HttpStatus.NOT_FOUND, "no-such-hold", "No such hold", r);
            case NoSuchExamException r -> problem(HttpStatus.NOT_FOUND, "no-such-exam", "No such exam", r);
            case NoSuchSeizureRequestException r ->
                problem(HttpStatus.NOT_FOUND, "no-such-seizure-request", "No such request to seize", r);
            case NoSuchDemandException r -> problem(HttpStatus.NOT_FOUND, "no-such-demand", "No such demand", r);
            case NoSuchSampleException r -> field("sampleId", "no-such-sample", "No such sample", r);
            case NotAssignableException r ->
                field("assignee", "not-assignable", "The case cannot be given to this person", r);
            case WaiverRequiredException r -> field("waiver", "waiver-required", "A waiver is required", r);
            case FourEyesException r -> problem(HttpStatus.FORBIDDEN, "four-eyes", "Another person must decide", r);
            case SupervisorRequiredException r ->
                problem(HttpStatus.FORBIDDEN, "supervisor-required", "A supervisor must decide", r);
            case PortOutOfScopeException r -> problem(HttpStatus.FORBIDDEN, "port-out-of-scope", "Not your port", r);
            case RedeliveryPeriodOverException r ->
                problem(HttpStatus.CONFLICT, "redelivery-period-over", "The redelivery period is over", r);
            case DifferentDeclarationException r ->
                problem(HttpStatus.CONFLICT, "declared-otherwise", "Known otherwise", r);
            case AlreadyAssignedException r -> problem(HttpStatus.CONFLICT, "already-assigned", "Assigned already", r);
            case AssignedToAnotherException r ->
                problem(HttpStatus.CONFLICT, "assigned-to-another", "Not your case", r);
            case StaleVersionException r -> stale(r);
        };
    }

    private static ProblemDetail illegal(IllegalTransitionException refusal) {
        ProblemDetail problem =
                problem(HttpStatus.CONFLICT, "illegal-move", "The lifecycle does not allow this now", refusal);
        problem.setProperty("status", refusal.status().name());
        problem.setProperty("command", refusal.command());
        problem.setProperty("reason", refusal.reason());
        problem.setProperty("allowed", refusal.allowed());
        return problem;
    }

    private static ProblemDetail stale(StaleVersionException refusal) {
        ProblemDetail problem = problem(
                HttpStatus.PRECONDITION_FAILED, "stale-version", "The case has changed since you read it", refusal);
        problem.setProperty("expected", refusal.expected());
        problem.setProperty("actual", refusal.actual());
        return problem;
    }

    private static ProblemDetail field(String field, String slug, String title, CommandRefusedException refusal) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, slug, title, refusal);
        problem.setProperty("field", field);
        return problem;
    }

    private static ProblemDetail problem(
            HttpStatus status, String slug, String title, CommandRefusedException refusal) {
        return Problems.of(status, slug, title, String.valueOf(refusal.getMessage()));
    }
}
