package io.holdfast.command.targeting.web;

import io.holdfast.command.targeting.BadConditionException;
import io.holdfast.command.targeting.DraftRefusedException;
import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.command.targeting.DraftRefusedException.DraftExistsException;
import io.holdfast.command.targeting.DraftRefusedException.DraftFullException;
import io.holdfast.command.targeting.DraftRefusedException.IllegalDraftTransitionException;
import io.holdfast.command.targeting.DraftRefusedException.NoSuchDraftException;
import io.holdfast.command.targeting.DraftRefusedException.OtherContentException;
import io.holdfast.command.targeting.DraftRefusedException.RuleSetVersionActiveException;
import io.holdfast.command.targeting.DraftRefusedException.SeriesFullException;
import io.holdfast.command.targeting.NoActiveRuleSetException;
import io.holdfast.command.targeting.NoSuchRuleSetException;
import io.holdfast.runtime.web.Problems;
import io.holdfast.targeting.ConditionPlace;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Maps the refusals of targeting to problem details (RFC 9457), wherever they occur: other controllers screen shipments
 * too.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TargetingProblems {
    @ExceptionHandler
    ProblemDetail bad(BadConditionException refused) {
        ProblemDetail problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-condition",
                "The condition of a rule cannot be used",
                String.valueOf(refused.getMessage()));
        problem.setProperty("field", "rules." + refused.rule() + ".condition");
        problem.setProperty("rule", refused.rule().value());
        problem.setProperty("reason", refused.reason());
        ConditionPlace place = refused.place();
        if (place != null) {
            problem.setProperty("line", place.line());
            problem.setProperty("column", place.column());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchRuleSetException refused) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "no-such-rule-set",
                "There is no such version of the rule set",
                String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> none(NoActiveRuleSetException refused) {
        ProblemDetail problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-active-rule-set",
                "Nothing can be screened",
                String.valueOf(refused.getMessage()));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(HeavyRequests.BusyException refused) {
        ProblemDetail problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Too much is being asked at once",
                String.valueOf(refused.getMessage()));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail refused(DraftRefusedException refusal) {
        return switch (refusal) {
            case NoSuchDraftException r -> problem(HttpStatus.NOT_FOUND, "no-such-draft", "There is no such draft", r);
            case DraftExistsException r -> problem(HttpStatus.CONFLICT, "draft-exists", "The draft exists already", r);
            case AnotherPersonException r ->
                problem(HttpStatus.FORBIDDEN, "four-eyes", "Another person must decide", r);
            case DraftFullException r -> problem(HttpStatus.CONFLICT, "draft-full", "The draft takes no more", r);
            case SeriesFullException r ->
                problem(HttpStatus.CONFLICT, "rule-sets-full", "There are too many of them", r);
            case RuleSetVersionActiveException r ->
                problem(HttpStatus.CONFLICT, "rule-set-in-the-way", "The version does not allow this now", r);
            case OtherContentException r -> {
                var problem = problem(
                        HttpStatus.PRECONDITION_FAILED, "other-content", "The draft has changed since you read it", r);
                problem.setProperty("contentHash", r.actual().value());
                yield problem;
            }
            case IllegalDraftTransitionException r -> {
                var problem =
                        problem(HttpStatus.CONFLICT, "illegal-draft-move", "The draft does not allow this now", r);
                problem.setProperty("stage", r.stage().name());
                problem.setProperty("allowed", r.allowed());
                yield problem;
            }
        };
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, DraftRefusedException refusal) {
        return Problems.of(status, slug, title, String.valueOf(refusal.getMessage()));
    }
}
