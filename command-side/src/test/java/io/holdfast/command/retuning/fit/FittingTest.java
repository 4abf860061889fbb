package io.holdfast.command.retuning.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FittingTest {
    @Test
    void the_fields_that_tell_are_found_and_those_that_do_not_are_left_out() {
        Fit fit = Fitter.fit(Outcomes.made(2000, 1), Outcomes.OPTIONS);

        assertThat(fit.steps().getFirst().table().fields()).containsExactly(0, 1);
        assertThat(fit.steps())
                .noneSatisfy(step -> assertThat(step.table().fields()).containsExactly(2));
        assertThat(fit.score(List.of("G1", "C1", "N1"))).isGreaterThan(2);
        assertThat(fit.score(List.of("G2", "C1", "N1"))).isLessThan(0);
    }

    @Test
    void what_a_step_adds_is_told_on_later_days() {
        Fit fit = Fitter.fit(Outcomes.made(2000, 1), Outcomes.OPTIONS);
        FitStep first = fit.steps().getFirst();

        assertThat(fit.heldBack()).isEqualTo(1000);
        assertThat(first.lossAfter()).isLessThan(first.lossBefore());
        assertThat(first.precisionAfter()).isGreaterThan(fit.precisionBefore());
        assertThat(fit.precisionBefore()).isCloseTo(0.12, within(0.03));
    }

    @Test
    void later_days_that_nobody_fitted_on_bear_it_out() {
        List<Example> all = Outcomes.made(4000, 2);
        Fit fit = Fitter.fit(all.subList(0, 3000), Outcomes.OPTIONS);

        assertThat(Outcomes.precisionAtTenth(fit, all.subList(3000, 4000))).isGreaterThan(0.25);
    }

    @Test
    void a_combination_that_was_never_examined_says_nothing() {
        Fit fit = Fitter.fit(Outcomes.made(2000, 1), Outcomes.OPTIONS);

        assertThat(fit.score(List.of("G99", "C99", "N99"))).isZero();
    }

    @Test
    void a_shipment_is_scored_without_its_own_outcome() {
        var cells = Map.of(List.of("G1"), new RateTable.Count(1, 1));
        var table = new RateTable(List.of(0), 1, 0.2, 2, cells);
        var self = new Example("S", LocalDate.EPOCH, List.of("G1"), true, 1);

        assertThat(table.contribution(self.facts())).isGreaterThan(0);
        assertThat(table.contributionWithout(self)).isZero();
    }

    @Test
    void too_few_outcomes_or_outcomes_of_one_kind_give_no_tables() {
        List<Example> few = Outcomes.made(29, 1);
        List<Example> clean = Outcomes.made(500, 1).stream()
                .filter(example -> !example.positive())
                .toList();

        assertThat(Fitter.fit(few, Outcomes.OPTIONS).steps()).isEmpty();
        assertThat(Fitter.fit(clean, Outcomes.OPTIONS).steps()).isEmpty();
        assertThat(Fitter.fit(List.of(), Outcomes.OPTIONS).steps()).isEmpty();
    }

    @Test
    void an_outcome_drawn_at_random_stands_for_all_that_were_not_drawn() {
        List<Example> examples = new ArrayList<>();
        for (int row = 0; row < 100; row++) {
            examples.add(new Example("R" + row, Outcomes.FIRST.plusDays(row), List.of("sure"), true, 1));
            examples.add(new Example("C" + row, Outcomes.FIRST.plusDays(row), List.of("rest"), row < 10, 0.01));
        }

        Fit fit = Fitter.fit(examples, Outcomes.OPTIONS);

        // 100 of 100 selected and 1,000 of 10,000 others.
        assertThat(fit.baseRate()).isCloseTo(1100.0 / 10_100, within(0.001));
    }

    @Test
    void a_row_that_nothing_could_have_selected_is_refused() {
        assertThatThrownBy(() -> new Example("S", LocalDate.EPOCH, List.of(), true, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_table_keeps_the_cells_that_say_most_when_there_are_too_many() {
        var options = new FitOptions(List.of(2.0), 1, 2, 1, 3, 1_000_000, 10_000, 0.1);

        RateTable table =
                Fitter.fit(Outcomes.made(2000, 1), options).steps().getFirst().table();

        assertThat(table.cells()).hasSize(3).containsKey(List.of("G1", "C1"));
    }
}
