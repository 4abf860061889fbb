package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.domain.AlreadyAssigned;
import io.holdfast.command.shipment.domain.AssignedToAnother;
import io.holdfast.command.shipment.domain.DeclaredOtherwise;
import io.holdfast.command.shipment.domain.FourEyes;
import io.holdfast.command.shipment.domain.IllegalMove;
import io.holdfast.command.shipment.domain.NoSuchDemand;
import io.holdfast.command.shipment.domain.NoSuchExam;
import io.holdfast.command.shipment.domain.NoSuchHold;
import io.holdfast.command.shipment.domain.NoSuchSample;
import io.holdfast.command.shipment.domain.NoSuchSeizureRequest;
import io.holdfast.command.shipment.domain.NoSuchShipment;
import io.holdfast.command.shipment.domain.NotAssignable;
import io.holdfast.command.shipment.domain.PortOutOfScope;
import io.holdfast.command.shipment.domain.RedeliveryPeriodOver;
import io.holdfast.command.shipment.domain.Refusal;
import io.holdfast.command.shipment.domain.StaleVersion;
import io.holdfast.command.shipment.domain.SupervisorRequired;
import io.holdfast.command.shipment.domain.WaiverRequired;
import io.holdfast.runtime.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every refusal of the domain as a problem (RFC 9457), once. */
@RestControllerAdvice
@Order(0)
class ShipmentProblems {
    @ExceptionHandler
    ProblemDetail on(Refusal refusal) {
        return switch (refusal) {
            case IllegalMove r -> illegal(r);
            case NoSuchShipment r -> problem(HttpStatus.NOT_FOUND, "no-such-shipment", "No such shipment", r);
            case NoSuchHold r -> problem(HttpStatus.NOT_FOUND, "no-such-hold", "No such hold", r);
            case NoSuchExam r -> problem(HttpStatus.NOT_FOUND, "no-such-exam", "No such exam", r);
            case NoSuchSeizureRequest r ->
                problem(HttpStatus.NOT_FOUND, "no-such-seizure-request", "No such request to seize", r);
            case NoSuchDemand r -> problem(HttpStatus.NOT_FOUND, "no-such-demand", "No such demand", r);
            case NoSuchSample r -> field("sampleId", "no-such-sample", "No such sample", r);
            case NotAssignable r -> field("assignee", "not-assignable", "The case cannot be given to this person", r);
            case WaiverRequired r -> field("waiver", "waiver-required", "A waiver is required", r);
            case FourEyes r -> problem(HttpStatus.FORBIDDEN, "four-eyes", "Another person must decide", r);
            case SupervisorRequired r ->
                problem(HttpStatus.FORBIDDEN, "supervisor-required", "A supervisor must decide", r);
            case PortOutOfScope r -> problem(HttpStatus.FORBIDDEN, "port-out-of-scope", "Not your port", r);
            case RedeliveryPeriodOver r ->
                problem(HttpStatus.CONFLICT, "redelivery-period-over", "The redelivery period is over", r);
            case DeclaredOtherwise r -> problem(HttpStatus.CONFLICT, "declared-otherwise", "Known otherwise", r);
            case AlreadyAssigned r -> problem(HttpStatus.CONFLICT, "already-assigned", "Assigned already", r);
            case AssignedToAnother r -> problem(HttpStatus.CONFLICT, "assigned-to-another", "Not your case", r);
            case StaleVersion r -> stale(r);
        };
    }

    private static ProblemDetail illegal(IllegalMove refusal) {
        ProblemDetail problem =
                problem(HttpStatus.CONFLICT, "illegal-move", "The lifecycle does not allow this now", refusal);
        problem.setProperty("status", refusal.status().name());
        problem.setProperty("command", refusal.command());
        problem.setProperty("reason", refusal.reason());
        problem.setProperty("allowed", refusal.allowed());
        return problem;
    }

    private static ProblemDetail stale(StaleVersion refusal) {
        ProblemDetail problem = problem(
                HttpStatus.PRECONDITION_FAILED, "stale-version", "The case has changed since you read it", refusal);
        problem.setProperty("expected", refusal.expected());
        problem.setProperty("actual", refusal.actual());
        return problem;
    }

    private static ProblemDetail field(String field, String slug, String title, Refusal refusal) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, slug, title, refusal);
        problem.setProperty("field", field);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, Refusal refusal) {
        return Problems.of(status, slug, title, String.valueOf(refusal.getMessage()));
    }
}
