package io.holdfast.command.retuning;

import io.holdfast.command.retuning.fit.Fit;
import io.holdfast.command.retuning.fit.FitStep;
import io.holdfast.command.retuning.fit.RateTable;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns the tables of a fit into profiles of a rule set. */
final class FittedProfiles {
    private static final int MAX_ID = 64;

    private final List<String> fields;

    /** @param fields the names of the fields of the fit, in their order */
    FittedProfiles(List<String> fields) {
        this.fields = fields;
    }

    List<RiskProfile> of(Fit fit, LocalDate fittedOn) {
        return fit.steps().stream()
                .map(FitStep::table)
                .map(table -> profile(table, fittedOn))
                .toList();
    }

    List<Explanation.Part> explained(Fit fit) {
        return fit.steps().stream()
                .map(step -> new Explanation.Part(
                        id(step.table()).value(),
                        names(step.table()),
                        step.table().weight(),
                        step.table().cells().size(),
                        step.lossBefore(),
                        step.lossAfter(),
                        step.precisionAfter()))
                .toList();
    }

    private RiskProfile profile(RateTable table, LocalDate fittedOn) {
        List<RiskProfile.Cell> cells = new ArrayList<>();
        table.cells()
                .forEach(
                        (values, count) -> cells.add(new RiskProfile.Cell(values, count.examined(), count.positive())));
        String description = "Hit rates by " + String.join(", ", names(table)) + ", fitted to outcomes";
        return new RiskProfile(
                id(table),
                description,
                names(table),
                table.weight(),
                table.baseRate(),
                table.smoothing(),
                fittedOn,
                cells);
    }

    private List<String> names(RateTable table) {
        return table.fields().stream().map(fields::get).toList();
    }

    /** The same fields get the same id in every version, so that feedback can compare them across versions. */
    private RuleId id(RateTable table) {
        String name = String.join("-", names(table));
        String id = "fit-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new RuleId(
                id.length() <= MAX_ID
                        ? id
                        : id.substring(0, MAX_ID - 9) + "-" + String.format("%08x", name.hashCode()));
    }
}
