package io.holdfast.benchmarks.retune;

import io.holdfast.command.retuning.KnownOutcomes;
import io.holdfast.command.retuning.Proposal;
import io.holdfast.command.retuning.Retuner;
import io.holdfast.command.retuning.Retuning;
import io.holdfast.command.retuning.fit.FitOptions;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.Screener;
import io.holdfast.query.LabelledShipment;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The upper bound when every outcome of the year is known: fitted on one whole file, evaluated once on another. */
final class WholeLabels {
    private final List<LabelledRow> known;
    private final List<LabelledRow> judged;

    /**
     * The quality of a rule set.
     *
     * @param rows how many rows it was judged on
     * @param rate the rate of positives among them
     * @param at5 precision among the 5 % with the highest score
     * @param at10 precision among the 10 %
     * @param critical5 share of critical fraud among the 5 %
     * @param critical10 among the 10 %
     */
    record Judged(String name, int rows, double rate, double at5, double at10, double critical5, double critical10) {}

    WholeLabels(List<LabelledRow> known, List<LabelledRow> judged) {
        this.known = known;
        this.judged = judged;
    }

    /** Fits with these fields, or the default ones when null, like the retuner. */
    Proposal fit(@Nullable List<String> fields) {
        var empty = new RuleSet("Nothing yet", List.of(), 1, 0, 1);
        LocalDate from = known.getFirst().on();
        LocalDate to = known.getLast().on();
        return new Retuner(new AllExamined(), FitOptions.USUAL)
                .propose(new Retuning(from, to, 0.05, null, 0, fields), empty);
    }

    Judged judge(String name, RuleSet ruleSet) {
        return judge(name, ruleSet, judged);
    }

    /**
     * Evaluates only rows whose goods, route, mass and value occur in no known row: the files contain repeated rows.
     */
    Judged judgeUnrepeated(String name, RuleSet ruleSet) {
        Set<List<Object>> seen = new HashSet<>();
        known.forEach(row -> seen.add(key(row.declaration())));
        return judge(
                name,
                ruleSet,
                judged.stream()
                        .filter(row -> !seen.contains(key(row.declaration())))
                        .toList());
    }

    /** The share of the evaluated rows that repeat a known row in goods, route, mass and value. */
    double repeated() {
        Set<List<Object>> seen = new HashSet<>();
        known.forEach(row -> seen.add(key(row.declaration())));
        return judged.stream()
                        .filter(row -> seen.contains(key(row.declaration())))
                        .count()
                / (double) judged.size();
    }

    private static List<Object> key(Declaration d) {
        return List.of(d.hs6(), d.countryOfDeparture(), String.valueOf(d.netMass()), String.valueOf(d.value()));
    }

    private static Judged judge(String name, RuleSet ruleSet, List<LabelledRow> rows) {
        Screener screener = RuleSetScreeners.of(ruleSet);
        Map<LabelledRow, Double> scores = new HashMap<>(rows.size() * 2);
        rows.forEach(row ->
                scores.put(row, screener.screen(row.declaration()).screening().score()));
        List<LabelledRow> best = rows.stream()
                .sorted(Comparator.comparingDouble((LabelledRow row) -> -scores.getOrDefault(row, 0.0))
                        .thenComparingInt(row -> Integer.reverse(row.id().hashCode())))
                .toList();
        return new Judged(
                name,
                rows.size(),
                share(best, 1, false),
                share(best, 0.05, false),
                share(best, 0.1, false),
                share(best, 0.05, true),
                share(best, 0.1, true));
    }

    private static double share(List<LabelledRow> best, double part, boolean critical) {
        int most = Math.max(1, (int) Math.round(part * best.size()));
        return best.stream()
                        .limit(most)
                        .filter(row -> critical ? row.critical() : row.positive())
                        .count()
                / (double) most;
    }

    private final class AllExamined implements KnownOutcomes {
        @Override
        public void examined(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
            known.forEach(row -> each.accept(InMemoryWorld.labelled(row.declaration(), null, row.positive())));
        }

        @Override
        public void all(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
            known.stream()
                    .filter(row -> !row.on().isBefore(from) && !row.on().isAfter(to))
                    .forEach(row -> each.accept(InMemoryWorld.labelled(row.declaration(), null, row.positive())));
        }
    }
}
