package io.holdfast.benchmarks.retune;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.retuning.Retuning;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayTest {
    @TempDir
    static Path folder;

    private static List<LabelledRow> year;

    @BeforeAll
    static void year() throws IOException {
        year = DeclarationsFile.read(MadeUpYear.file(folder, "year.csv", 2020, 20));
    }

    /** Selects everything, and records its calls. */
    private static final class Recorder implements World {
        private final Set<String> examined = new HashSet<>();
        private final List<Integer> passedOver = new ArrayList<>();
        private final List<Retuning> retunings = new ArrayList<>();

        @Override
        public void begin(RuleSet first) {}

        @Override
        public List<Selected> declare(List<Declaration> week) {
            return week.stream()
                    .map(declaration -> new Selected(
                            declaration.shipmentId(),
                            declaration.hs6().value().equals("870899") ? SelectionBasis.RANDOM : SelectionBasis.RULES,
                            declaration.hs6().value().equals("850440") ? 2 : 1))
                    .toList();
        }

        @Override
        public void examine(List<LabelledRow> rows) {
            rows.forEach(row -> examined.add(row.id()));
        }

        @Override
        public void passOver(List<ShipmentId> shipments) {
            passedOver.add(shipments.size());
        }

        @Override
        public void retune(Retuning asked) {
            retunings.add(asked);
        }

        @Override
        public void close() {}
    }

    private static ExamCounts replay(Strategy strategy, World world) {
        return new Replay(new Setting(strategy, 0.1, false, 1), year, world).run();
    }

    @Test
    void no_more_than_the_capacity_is_examined_and_the_rest_is_passed_over() {
        var world = new Recorder();

        ExamCounts tally = replay(Strategy.EXPLOITATION, world);

        assertThat(tally.all().declared()).isEqualTo(year.size());
        assertThat(tally.all().examined()).isEqualTo(world.examined.size());
        assertThat(tally.all().examinedShare()).isBetween(0.099, 0.101);
        assertThat(world.passedOver.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(year.size() - world.examined.size());
    }

    @Test
    void a_fit_sees_no_day_after_the_week_that_ends() {
        var world = new Recorder();

        replay(Strategy.NINETY_TEN, world);

        assertThat(world.retunings).hasSizeBetween(48, 50);
        assertThat(world.retunings.getFirst().to()).isEqualTo("2020-01-28");
        assertThat(world.retunings).isSortedAccordingTo((one, other) -> one.to().compareTo(other.to()));
        assertThat(world.retunings)
                .allSatisfy(asked -> assertThat(asked.randomPart()).isEqualTo(0.1));
    }

    @Test
    void without_retuning_there_is_one_fit() {
        var world = new Recorder();

        replay(Strategy.NO_RETUNING, world);

        assertThat(world.retunings).hasSize(1);
    }

    @Test
    void retuning_finds_more_than_chance_and_remembering_no_row() throws Exception {
        try (var world = new InMemoryWorld()) {
            ExamCounts tally = replay(Strategy.EXPLOITATION, world);

            double rate = tally.all().positive() / (double) tally.all().declared();
            assertThat(tally.of(month -> month > 3).precision()).isGreaterThan(2 * rate);
        }
    }

    @Test
    void the_change_is_what_was_trusted_most_and_only_from_july_on() {
        Change change = Change.of(year);
        List<LabelledRow> changed = change.appliedTo(year);

        assertThat(change.from()).isEqualTo("2020-07-01");
        assertThat(change.rateBefore()).isLessThan(0.15);
        assertThat(changed).filteredOn(LabelledRow::changed).isNotEmpty().allSatisfy(row -> {
            assertThat(row.on()).isAfterOrEqualTo(change.from());
            assertThat(row.declaration().hs6().value()).startsWith(change.chapter());
            assertThat(row.positive()).isTrue();
        });
        assertThat(changed)
                .extracting(LabelledRow::id)
                .isEqualTo(year.stream().map(LabelledRow::id).toList());
    }
}
