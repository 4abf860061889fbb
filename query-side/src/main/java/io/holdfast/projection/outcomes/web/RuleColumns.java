package io.holdfast.projection.outcomes.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.AssessRules.Logic;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.query.PairRules.Pair;
import io.holdfast.query.TrendRule.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CSV columns of the performance of a rule. */
final class RuleColumns {
    static final List<Column<Week>> WEEKS = joined(
            List.of(
                    new Column<>("week", Week::week),
                    new Column<>("fired", Week::fired),
                    new Column<>("selected", Week::selected)),
            FindingsColumns.of(Week::findings, true),
            List.of(new Column<>("failed", Week::failed)));

    static final List<Column<Pair>> PAIRS = joined(
            List.of(
                    new Column<>("version", Pair::version),
                    new Column<>("first", Pair::first),
                    new Column<>("second", Pair::second),
                    new Column<>("fired", Pair::fired),
                    new Column<>("shareOfFirst", Pair::shareOfFirst),
                    new Column<>("shareOfSecond", Pair::shareOfSecond)),
            FindingsColumns.of(Pair::findings, false));

    private static final List<Column<RuleResult>> BEFORE = List.of(
            new Column<>("version", RuleResult::version),
            new Column<>("rule", RuleResult::rule),
            new Column<>("instruction", RuleResult::instruction),
            new Column<>("fired", RuleResult::fired),
            new Column<>("selected", RuleResult::selected));

    private static final List<Column<RuleResult>> AFTER = List.of(
            new Column<>("soleExamined", RuleResult::soleExamined),
            new Column<>("soleHits", RuleResult::soleHits),
            new Column<>("hoursExamined", RuleResult::hoursExamined),
            new Column<>("hoursExaminedPerHit", RuleResult::hoursExaminedPerHit),
            new Column<>("innocentReleased", RuleResult::innocentReleased),
            new Column<>("medianHoursHeldInnocent", RuleResult::medianHoursHeldInnocent),
            new Column<>("hoursHeldInnocent", RuleResult::hoursHeldInnocent),
            new Column<>("failed", RuleResult::failed));

    private static final List<Column<RuleResult>> LOGIC = List.of(
            logic("description", Logic::description),
            logic("condition", Logic::condition),
            logic("fields", logic -> logic.fields().isEmpty() ? null : String.join(" ", logic.fields())),
            logic("weight", Logic::weight));

    private RuleColumns() {}

    static List<Column<RuleResult>> shown(boolean withLogic) {
        var columns = joined(BEFORE, FindingsColumns.of(RuleResult::findings, true), AFTER);
        return withLogic ? joined(columns, LOGIC) : columns;
    }

    @SafeVarargs
    private static <T> List<Column<T>> joined(List<Column<T>>... parts) {
        var columns = new ArrayList<Column<T>>();
        for (List<Column<T>> part : parts) {
            columns.addAll(part);
        }
        return List.copyOf(columns);
    }

    private static Column<RuleResult> logic(String name, Function<Logic, @Nullable Object> part) {
        return new Column<>(name, r -> r.logic() == null ? null : part.apply(r.logic()));
    }
}
