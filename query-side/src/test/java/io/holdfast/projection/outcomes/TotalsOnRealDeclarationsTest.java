package io.holdfast.projection.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.query.EstimateTotals;
import io.holdfast.query.EstimateTotals.Estimate;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.OutcomePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Selections drawn from declarations that were all examined, to compare the estimates with the truth. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TotalsOnRealDeclarationsTest {
    private static final Path REAL = Path.of("..", "..", "shared", "data", "declarations-train.csv");
    private static final int SEEDS = 100 * Integer.getInteger("holdfast.test.rounds", 1);

    @Test
    void a_95_percent_interval_covers_the_truth_in_93_of_100_selections_of_real_declarations() throws IOException {
        assumeTrue(Files.exists(REAL), REAL + " is not here, so estimates on real declarations are not tested");
        List<Row> rows = rows();
        int all = 0;
        int released = 0;
        double widest = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var selection = Selection.of(rows, new Random(seed));
            EstimateTotals.Totals totals = selection.ask().positive();
            all += covers(totals.all(), selection.truth()) ? 1 : 0;
            released += covers(totals.released(), selection.truthOfReleased()) ? 1 : 0;
            widest = Math.max(
                    widest, totals.all().rate95().high() - totals.all().rate95().low());
        }
        System.out.printf(
                "totals on real declarations: of %d intervals %d cover the rate of all traffic, %d that of what was released;"
                        + " the widest is %.3f%n",
                SEEDS, all, released, widest);
        assertThat(all).isGreaterThanOrEqualTo(SEEDS * 93 / 100);
        assertThat(released).isGreaterThanOrEqualTo(SEEDS * 93 / 100);
    }

    private static boolean covers(Estimate estimate, double truth) {
        return estimate.rate95().low() <= truth && truth <= estimate.rate95().high();
    }

    /** @param suspicious selected by a plain rule: a third country, a duty of 8 % or more */
    private record Row(String day, boolean suspicious, boolean fraud) {}

    private static List<Row> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(REAL)) {
            return csv.stream()
                    .map(r -> new Row(
                            r.getField("Date"),
                            !r.getField("Country of Departure").equals(r.getField("Country of Origin"))
                                    && Double.parseDouble(r.getField("Tax Rate")) >= 8,
                            r.getField("Fraud").equals("1")))
                    .toList();
        }
    }

    /** The counts of one selection, and the true rates, which only the labels show. */
    private record Selection(Map<String, OutcomeCounts> ways, double truth, double truthOfReleased) {
        static Selection of(List<Row> rows, Random random) {
            var ways = new HashMap<String, OutcomeCounts>();
            long frauds = 0;
            long released = 0;
            long releasedFrauds = 0;
            for (Row row : rows) {
                frauds += row.fraud() ? 1 : 0;
                double share = share(row.day());
                boolean drawn = random.nextDouble() < share;
                if (!row.suspicious() && !drawn) {
                    released++;
                    releasedFrauds += row.fraud() ? 1 : 0;
                }
                SelectionRoute way = row.suspicious()
                        ? new SelectionRoute(SelectionRoute.RULES, 1)
                        : new SelectionRoute(drawn ? SelectionRoute.RANDOM : SelectionRoute.CLEARED, share);
                boolean examined = (row.suspicious() || drawn) && random.nextInt(10) > 0;
                ways.merge(way.key(), tally(examined, row.fraud()), OutcomeCounts::plus);
            }
            return new Selection(ways, (double) frauds / rows.size(), (double) releasedFrauds / released);
        }

        /** The random share changes twice in the year. */
        private static double share(String day) {
            return day.compareTo("2020-04-01") < 0 ? 0.01 : day.compareTo("2020-09-01") < 0 ? 0.05 : 0.02;
        }

        private static OutcomeCounts tally(boolean examined, boolean fraud) {
            var counts = new HashMap<Measure, Long>();
            counts.put(Measure.FIRED, 1L);
            counts.put(Measure.EXAMINED, examined ? 1L : 0L);
            counts.put(Measure.POSITIVE, examined && fraud ? 1L : 0L);
            return new OutcomeCounts(counts, DurationHistogram.NONE);
        }

        EstimateTotals.Answer ask() {
            return new TotalsQuestions(new OneWeek(ways))
                    .handle(new EstimateTotals(PortScope.all(), OutcomePeriod.EVERYTHING, null, true));
        }
    }

    private record OneWeek(Map<String, OutcomeCounts> ways) implements Outcomes {
        @Override
        public void weeksOfRules(Wanted wanted, Consumer<WeeklyRuleCounts> use) {
            LocalDate monday = LocalDate.of(2020, 6, 1);
            use.accept(WeeklyRuleCounts.of(new WeekKey(null, 1, monday)).plus(monday, new TreeMap<>(ways)));
        }

        @Override
        public void weeksOfPairs(Wanted wanted, Consumer<WeeklyPairCounts> use) {}

        @Override
        public void rules(Integer version, BiPredicate<Integer, KnownRules> use) {}

        @Override
        public List<FollowedShipment> shipments(FindOutcomes question, int limit) {
            return List.of();
        }

        @Override
        public void declaredIn(Wanted wanted, Consumer<FollowedShipment> use) {}

        @Override
        public long position() {
            return -1;
        }
    }
}
