package io.holdfast.projection.rulefeedback.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.Asking;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.rulefeedback.RuleFeedbackProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.runtime.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which rules earn their keep. */
@RestController
@AnswersFrom(RuleFeedbackProjection.NAME)
@RequestMapping("/api/v1/feedback/rules")
class FeedbackController {
    private final Asking asking;

    FeedbackController(Asking asking) {
        this.asking = asking;
    }

    /** The rules, newest version first. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RolesAllowed({Roles.ANALYST, Roles.AUDITOR, Roles.SUPERVISOR, Roles.REPORTER})
    AssessRules.Answer rules(@ParameterObject FeedbackParameters parameters, Actor actor) {
        return asking.ask(parameters.question(actor), AssessRules.Answer.class);
    }

    /** The same, one rule a line. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RolesAllowed({Roles.ANALYST, Roles.AUDITOR, Roles.SUPERVISOR, Roles.REPORTER})
    Table<RuleResult> table(@ParameterObject FeedbackParameters parameters, Actor actor) {
        var columns = FeedbackColumns.shown(FeedbackParameters.seesLogic(actor));
        return new Table<>(columns, rules(parameters, actor).rules());
    }
}
