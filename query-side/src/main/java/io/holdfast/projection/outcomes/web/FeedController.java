package io.holdfast.projection.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Export;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import io.holdfast.runtime.security.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves labelled shipments, for training models elsewhere. They contain scores and propensities, so only callers who
 * may see the logic of rules get them.
 */
@RestController
@AnswersFrom(OutcomesProjection.NAME)
@RequestMapping("/api/v1/feedback/outcomes")
@RequiresPermission(Permission.READ_OUTCOMES)
class FeedController {
    private final QueryDispatcher asking;

    FeedController(QueryDispatcher asking) {
        this.asking = asking;
    }

    /** A page, in the order of the decisions. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    FindOutcomes.Page page(@ParameterObject FeedParameters parameters, Actor actor) {
        return asked(parameters.page(actor));
    }

    /** All shipments up to the present, as a stream. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<LabelledShipment> export(@ParameterObject FeedParameters parameters, Actor actor) {
        FindOutcomes question = parameters.whole(actor);
        return new Table<>(
                FeedColumns.ALL,
                Export.of(
                        cursor -> asked(cursor == null ? question : question.after(Long.parseLong(cursor))),
                        FindOutcomes.Page::items,
                        page -> page.next() == null ? null : page.next().toString()));
    }

    private FindOutcomes.Page asked(FindOutcomes question) {
        return asking.ask(question, FindOutcomes.Page.class);
    }
}
