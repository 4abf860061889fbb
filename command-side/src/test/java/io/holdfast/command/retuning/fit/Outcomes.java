package io.holdfast.command.retuning.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Made-up outcomes in which goods G1 from country C1 are nearly always illegal, and a third field carries no
 * information.
 */
final class Outcomes {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final FitOptions OPTIONS = FitOptions.USUAL.at(0.1);

    private Outcomes() {}

    /** Facts: goods, country, noise. */
    static List<Example> made(int rows, long seed) {
        var random = new Random(seed);
        List<Example> made = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String goods = "G" + random.nextInt(8);
            String country = "C" + random.nextInt(5);
            String noise = "N" + random.nextInt(40);
            boolean bad = goods.equals("G1") && country.equals("C1");
            boolean positive = random.nextDouble() < (bad ? 0.9 : 0.1);
            made.add(new Example("S" + row, FIRST.plusDays(row / 20), List.of(goods, country, noise), positive, 1));
        }
        return made;
    }

    /** The same facts and days with shuffled outcomes. */
    static List<Example> shuffled(List<Example> examples, long seed) {
        List<Boolean> labels =
                new ArrayList<>(examples.stream().map(Example::positive).toList());
        Collections.shuffle(labels, new Random(seed));
        List<Example> dealt = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            Example of = examples.get(row);
            dealt.add(new Example(of.id(), of.declaredOn(), of.facts(), labels.get(row), of.propensity()));
        }
        return dealt;
    }

    static double rate(List<Example> examples) {
        return examples.stream().filter(Example::positive).count() / (double) examples.size();
    }

    /** Precision among the tenth of the rows with the highest score. */
    static double precisionAtTenth(Fit fit, List<Example> judged) {
        return judged.stream()
                        .sorted((one, other) -> Double.compare(fit.score(other.facts()), fit.score(one.facts())))
                        .limit(judged.size() / 10)
                        .filter(Example::positive)
                        .count()
                / (double) (judged.size() / 10);
    }
}
