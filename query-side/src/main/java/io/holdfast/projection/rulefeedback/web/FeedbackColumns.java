package io.holdfast.projection.rulefeedback.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.AssessRules.Logic;
import io.holdfast.query.AssessRules.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rule feedback as columns of CSV. */
final class FeedbackColumns {
    private static final List<Column<RuleResult>> NUMBERS = List.of(
            new Column<>("version", RuleResult::version),
            new Column<>("rule", RuleResult::rule),
            new Column<>("instruction", RuleResult::instruction),
            new Column<>("fired", RuleResult::fired),
            new Column<>("selected", RuleResult::selected),
            new Column<>("examined", RuleResult::examined),
            new Column<>("positive", RuleResult::positive),
            new Column<>("precision", RuleResult::precision),
            new Column<>(
                    "precision95.low",
                    r -> r.precision95() == null ? null : r.precision95().low()),
            new Column<>(
                    "precision95.high",
                    r -> r.precision95() == null ? null : r.precision95().high()),
            new Column<>("innocentReleased", RuleResult::innocentReleased),
            new Column<>("medianHoursHeldInnocent", RuleResult::medianHoursHeldInnocent));

    private static final List<Column<RuleResult>> LOGIC = List.of(
            logic("description", Logic::description),
            logic("condition", Logic::condition),
            logic("weight", Logic::weight));

    private FeedbackColumns() {}

    static List<Column<RuleResult>> shown(boolean withLogic) {
        var columns = new ArrayList<>(NUMBERS);
        if (withLogic) {
            columns.addAll(LOGIC);
        }
        return columns;
    }

    private static Column<RuleResult> logic(String name, Function<Logic, @Nullable Object> part) {
        return new Column<>(name, r -> r.logic() == null ? null : part.apply(r.logic()));
    }
}
