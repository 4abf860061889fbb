package io.holdfast.projection.rulefeedback.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Role;
import io.holdfast.projection.answer.Asking;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.runtime.security.Roles;
import io.holdfast.value.Check;
import jakarta.annotation.security.RolesAllowed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which rules earn their keep. Analysts and auditors see logic and weights, the others numbers. */
@RestController
@RequestMapping("/api/v1/feedback/rules")
class FeedbackController {
    private static final int LAST_VERSION = 999_999_999;
    private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}|\\([a-z]{1,20}\\)");

    private final Asking asking;

    FeedbackController(Asking asking) {
        this.asking = asking;
    }

    /**
     * The rules, newest version first.
     *
     * @param version only this version of the rule set; 0 is selection without one
     * @param rule only this rule, or a pseudo rule such as {@code (random)}
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RolesAllowed({Roles.ANALYST, Roles.AUDITOR, Roles.SUPERVISOR, Roles.REPORTER})
    AssessRules.Answer rules(
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String rule,
            Actor actor) {
        var question = new AssessRules(
                actor.scope(),
                Parameter.optionalNumber("version", version, 0, LAST_VERSION),
                Parameter.optional("rule", rule, FeedbackController::rule),
                seesLogic(actor));
        return asking.ask(question, AssessRules.Answer.class);
    }

    /** The same, one rule a line. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RolesAllowed({Roles.ANALYST, Roles.AUDITOR, Roles.SUPERVISOR, Roles.REPORTER})
    Table<RuleResult> table(
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String rule,
            Actor actor) {
        return new Table<>(
                FeedbackColumns.shown(seesLogic(actor)),
                rules(version, rule, actor).rules());
    }

    private static boolean seesLogic(Actor actor) {
        return actor.is(Role.ANALYST) || actor.is(Role.AUDITOR);
    }

    private static String rule(String text) {
        return Check.matching(text, "rule", RULE, "the id of a rule, or (random), (manual), (intelligence) or (outside)");
    }
}
