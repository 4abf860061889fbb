package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.query.PairRules;
import io.holdfast.query.TrendRule;
import io.holdfast.runtime.security.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the performance of targeting rules. */
@RestController
@AnswersFrom(OutcomesProjection.NAME)
@RequestMapping("/api/v1/feedback/rules")
@RequiresPermission(Permission.READ_RULE_FIGURES)
class RulesController {
    private final QueryDispatcher asking;

    RulesController(QueryDispatcher asking) {
        this.asking = asking;
    }

    /** The performance of all rules, newest version first. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    AssessRules.Answer rules(@ParameterObject RuleParameters parameters, Actor actor) {
        return asking.ask(parameters.question(actor), AssessRules.Answer.class);
    }

    /** The same as a table, one row per rule. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<RuleResult> rulesTable(@ParameterObject RuleParameters parameters, Actor actor) {
        return new Table<>(
                RuleColumns.shown(OutcomeParameters.seesLogic(actor)),
                rules(parameters, actor).rules());
    }

    /** The performance of one rule, week by week. */
    @GetMapping(path = "/{ruleId}/weeks", produces = MediaType.APPLICATION_JSON_VALUE)
    TrendRule.Answer weeks(@PathVariable String ruleId, @ParameterObject FigureParameters parameters, Actor actor) {
        TrendRule.Answer answer = asking.ask(parameters.trend(ruleId, actor), TrendRule.Answer.class);
        if (!answer.known()) {
            throw new NoSuchRuleException(ruleId);
        }
        return answer;
    }

    /** The same as a table, one row per week. */
    @GetMapping(
            path = "/{ruleId}/weeks",
            produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<TrendRule.Week> weeksTable(
            @PathVariable String ruleId, @ParameterObject FigureParameters parameters, Actor actor) {
        return new Table<>(RuleColumns.WEEKS, weeks(ruleId, parameters, actor).weeks());
    }

    /** Pairs of rules that fire together, most frequent first. */
    @GetMapping(path = "/co-occurrence", produces = MediaType.APPLICATION_JSON_VALUE)
    PairRules.Answer pairs(@ParameterObject PairParameters parameters, Actor actor) {
        return asking.ask(parameters.question(actor), PairRules.Answer.class);
    }

    /** The same as a table, one row per pair. */
    @GetMapping(
            path = "/co-occurrence",
            produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<PairRules.Pair> pairsTable(@ParameterObject PairParameters parameters, Actor actor) {
        return new Table<>(RuleColumns.PAIRS, pairs(parameters, actor).pairs());
    }
}
