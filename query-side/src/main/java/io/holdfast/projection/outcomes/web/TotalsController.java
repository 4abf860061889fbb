package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.EstimateTotals;
import io.holdfast.runtime.security.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves estimates of the illegal cargo in all traffic, corrected for how shipments were selected. */
@RestController
@AnswersFrom(OutcomesProjection.NAME)
@RequestMapping("/api/v1/feedback/totals")
class TotalsController {
    private final QueryDispatcher asking;

    TotalsController(QueryDispatcher asking) {
        this.asking = asking;
    }

    /** The estimates with 95 % intervals; callers who may see propensities also get the numbers behind them. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_RULE_FIGURES)
    EstimateTotals.Answer totals(@ParameterObject FigureParameters parameters, Actor actor) {
        return asking.ask(parameters.totals(actor), EstimateTotals.Answer.class);
    }
}
