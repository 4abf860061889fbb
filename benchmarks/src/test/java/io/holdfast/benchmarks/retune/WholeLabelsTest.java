package io.holdfast.benchmarks.retune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs on real declarations, if they are present beside the project; the quarter that is evaluated has no part in the
 * fit.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeLabelsTest {
    private static final Path DATA = Path.of(System.getProperty("holdfast.data", "../../shared/data"));
    private static final List<String> FIELDS =
            List.of("hs6", "hs4", "countryOfDeparture", "countryOfOrigin", "taxRateBand", "valueBand", "netMassBand");

    private static List<LabelledRow> rows(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), "Skipped: the declarations are not in " + DATA.toAbsolutePath());
        return DeclarationsFile.read(file);
    }

    @Test
    void whole_labels_reach_what_was_aimed_at() throws Exception {
        var whole = new WholeLabels(rows("declarations-train.csv"), rows("declarations-valid.csv"));

        var judged = whole.judge("usual fields", whole.fit(FIELDS).ruleSet());

        assertThat(judged.at5()).isGreaterThan(0.80);
        assertThat(judged.at10()).isGreaterThan(0.70);
    }

    /**
     * If a label leaked into its own row's selection, shuffled labels would be found too often; the command side's
     * tests of the fit check the same on made-up rows.
     */
    @Tag("thorough")
    @Test
    void labels_that_are_dealt_out_anew_are_found_no_more_often_than_by_chance() throws Exception {
        List<LabelledRow> year = rows("declarations-train.csv");
        List<LabelledRow> later = rows("declarations-valid.csv");

        var whole = new WholeLabels(shuffled(year), shuffled(later));
        var judged = whole.judge("dealt out anew", whole.fit(FIELDS).ruleSet());

        assertThat(judged.at5()).isCloseTo(judged.rate(), within(0.07));
        assertThat(judged.at10()).isCloseTo(judged.rate(), within(0.05));
    }

    private static List<LabelledRow> shuffled(List<LabelledRow> rows) {
        List<Boolean> labels =
                new ArrayList<>(rows.stream().map(LabelledRow::positive).toList());
        Collections.shuffle(labels, new Random(1));
        List<LabelledRow> dealt = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            dealt.add(new LabelledRow(rows.get(row).declaration(), labels.get(row), false, false));
        }
        return dealt;
    }
}
