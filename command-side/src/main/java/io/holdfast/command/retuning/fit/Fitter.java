package io.holdfast.command.retuning.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses tables of hit rates one after the other (greedy forward selection), each time the one that most improves the
 * prediction of later days, and weights them jointly. Then counts all examples into the chosen tables.
 *
 * <p>The order of the rows does not affect the fit. Unknown outcomes are not used.
 */
public final class Fitter {
    private static final int FEWEST = 30;
    private static final int FINALISTS = 8;
    private static final int PARENTS = 24;

    private final FitOptions options;
    private final CellCounts counting;
    private final ExampleColumns sheet;
    private final HoldoutEvaluation held;
    private final double smoothing;

    @SuppressWarnings("ArrayRecordComponent") // compared by identity, and millions of boxed numbers otherwise
    private record Candidate(Combination combination, double[] evidence) {}

    private record Choice(Candidate candidate, double lossBefore, double lossAfter, double precision) {}

    private Fitter(CellCounts counting, ExampleColumns sheet, FitOptions options, double smoothing) {
        this.options = options;
        this.counting = counting;
        this.sheet = sheet;
        this.smoothing = smoothing;
        this.held = new HoldoutEvaluation(sheet, smoothing);
    }

    /** Fits; the result has no steps when fewer than 30 examples are known, or only outcomes of one kind. */
    public static Fit fit(List<Example> examples, FitOptions options) {
        if (examples.size() < FEWEST
                || examples.stream().map(Example::positive).distinct().count() < 2) {
            double baseRate = examples.isEmpty() ? 0.5 : new ExampleColumns(examples, 1).baseRate();
            return new Fit(List.of(), baseRate, examples.size(), 0, 0);
        }
        var counting = new CellCounts(examples, options);
        ExampleColumns sheet = counting.newest(options.newest());
        return options.smoothing().stream()
                .map(smoothing -> new Fitter(counting, sheet, options, smoothing).fit())
                .min(Comparator.comparingDouble(Fit::loss))
                .orElseThrow(() -> new IllegalArgumentException("no smoothing to try"));
    }

    private Fit fit() {
        List<Candidate> candidates = candidates();
        double least = Math.log(Math.max(2, candidates.size()));
        var chosen = new ArrayList<Choice>();
        var columns = new ArrayList<double[]>();
        Regression current = Regression.of(held, columns, sheet.baseRate());
        while (chosen.size() < options.maxProfiles()) {
            Choice best = best(candidates, columns, current);
            if (best == null || tooLittle(best, chosen.isEmpty() ? 0 : least)) {
                break;
            }
            chosen.add(best);
            columns.add(best.candidate().evidence());
            candidates.remove(best.candidate());
            current = Regression.of(held, columns, sheet.baseRate());
        }
        return fit(chosen, current);
    }

    /** By chance alone the best of n candidates gains about ln(n) nats over all rows. */
    private boolean tooLittle(Choice choice, double least) {
        return (choice.lossBefore() - choice.lossAfter()) * held.size() <= least;
    }

    /** All single fields and pairs; of the many triples, only those that extend one of the most promising pairs. */
    private List<Candidate> candidates() {
        Map<Combination, Integer> sizes = new HashMap<>();
        var candidates = new ArrayList<Candidate>();
        List<Combination> level = Combination.singles(sheet.row(0).facts().size());
        Regression nothing = Regression.of(held, List.of(), sheet.baseRate());
        for (int fields = 1; fields <= options.maxFields(); fields++) {
            List<Candidate> found = new ArrayList<>();
            for (Combination combination : level) {
                CellIndex cells = sheet.cells(combination);
                sizes.put(combination, cells.count());
                if (addsToEachPart(combination, cells.count(), sizes)) {
                    found.add(new Candidate(combination, held.evidence(cells)));
                }
            }
            candidates.addAll(found);
            level = extensions(fields < 2 ? found : mostPromising(found, PARENTS, nothing));
        }
        return candidates;
    }

    private List<Combination> extensions(List<Candidate> shorter) {
        int fields = sheet.row(0).facts().size();
        return shorter.stream()
                .flatMap(candidate -> candidate.combination().extended(fields))
                .distinct()
                .toList();
    }

    private static List<Candidate> mostPromising(List<Candidate> candidates, int most, Regression current) {
        Map<Candidate, Double> promises = new HashMap<>();
        candidates.forEach(candidate -> promises.put(candidate, current.promise(candidate.evidence())));
        return candidates.stream()
                .sorted(Comparator.comparingDouble(candidate -> -promises.getOrDefault(candidate, 0.0)))
                .limit(most)
                .toList();
    }

    /**
     * A field that follows from the others of its combination (the chapter from the heading) adds nothing, and neither
     * does a constant field.
     */
    private static boolean addsToEachPart(Combination combination, int cells, Map<Combination, Integer> sizes) {
        return combination.fields().size() == 1
                ? cells > 1
                : combination.fields().stream()
                        .allMatch(field -> sizes.getOrDefault(combination.without(field), 0) < cells);
    }

    private @Nullable Choice best(List<Candidate> candidates, List<double[]> columns, Regression current) {
        double before = current.loss();
        return mostPromising(candidates, FINALISTS, current).stream()
                .map(candidate -> choice(candidate, columns, before))
                .filter(choice -> choice.lossAfter() < before)
                .min(Comparator.comparingDouble(Choice::lossAfter))
                .orElse(null);
    }

    private Choice choice(Candidate candidate, List<double[]> columns, double before) {
        var with = new ArrayList<>(columns);
        with.add(candidate.evidence());
        Regression regression = Regression.of(held, with, sheet.baseRate());
        double loss = regression.allPositive() ? regression.loss() : Double.MAX_VALUE;
        return new Choice(candidate, before, loss, held.precision(regression.scores(), options.capacityShare()));
    }

    private Fit fit(List<Choice> chosen, Regression weights) {
        var steps = new ArrayList<FitStep>();
        for (int i = 0; i < chosen.size(); i++) {
            Choice choice = chosen.get(i);
            RateTable table = counting.table(choice.candidate().combination(), weights.weight(i), smoothing);
            steps.add(new FitStep(table, choice.lossBefore(), choice.lossAfter(), choice.precision()));
        }
        double asTheyCame = held.precision(new double[held.size()], 1);
        return new Fit(steps, sheet.baseRate(), counting.examples(), held.size(), asTheyCame);
    }
}
