package io.holdfast.command.retuning.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class FittingLawsTest {
    @Property(tries = 25)
    void rows_in_another_order_give_the_same_fit(@ForAll @LongRange(max = 1_000_000) long seed) {
        List<Example> examples = Outcomes.made(400, seed);
        List<Example> permuted = new ArrayList<>(examples);
        Collections.shuffle(permuted, new Random(seed));

        assertThat(Fitter.fit(permuted, Outcomes.OPTIONS)).isEqualTo(Fitter.fit(examples, Outcomes.OPTIONS));
    }

    /** If any outcome leaked into its own row, shuffled outcomes could be predicted better than by chance. */
    @Property(tries = 25)
    void outcomes_that_are_dealt_out_anew_cannot_be_foretold(@ForAll @LongRange(max = 1_000_000) long seed) {
        List<Example> examples = Outcomes.shuffled(Outcomes.made(3000, seed), seed);
        List<Example> later = examples.subList(2000, 3000);

        Fit fit = Fitter.fit(examples.subList(0, 2000), Outcomes.OPTIONS);

        assertThat(Outcomes.precisionAtTenth(fit, later)).isCloseTo(Outcomes.rate(later), within(0.13));
        assertThat(fit.steps())
                .allSatisfy(
                        step -> assertThat(step.lossBefore() - step.lossAfter()).isLessThan(0.02));
    }

    @Property(tries = 25)
    void the_base_rate_of_a_random_sample_is_that_of_all(@ForAll @LongRange(max = 1_000_000) long seed) {
        List<Example> all = Outcomes.made(6000, seed);
        var random = new Random(seed);
        List<Example> seen = new ArrayList<>();
        for (Example example : all) {
            boolean sure = example.facts().getFirst().equals("G1");
            if (sure || random.nextDouble() < 0.1) {
                seen.add(new Example(
                        example.id(), example.declaredOn(), example.facts(), example.positive(), sure ? 1 : 0.1));
            }
        }

        assertThat(Fitter.fit(seen, Outcomes.OPTIONS).baseRate()).isCloseTo(Outcomes.rate(all), within(0.06));
    }
}
