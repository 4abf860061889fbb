package io.holdfast.benchmarks.retune;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.benchmarks.Bench;
import io.holdfast.benchmarks.eventlog.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole benchmark on a little made-up data: the report must be complete. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetuneBenchmarkTest {
    private static final Plan TINY = new Plan(
            List.of(new Setting(Strategy.EXPLOITATION, 0.1, true, 1), new Setting(Strategy.NINETY_TEN, 0.1, true, 1)),
            2,
            Duration.ofMinutes(10));

    @TempDir
    static Path folder;

    private static Findings findings;
    private static List<LabelledRow> year;

    @BeforeAll
    static void run() throws IOException {
        year = DeclarationsFile.read(MadeUpYear.file(folder, "year.csv", 2020, 2));
        List<LabelledRow> later = DeclarationsFile.read(MadeUpYear.file(folder, "later.csv", 2021, 2));
        findings = new RetuneBenchmark(TINY, year, later, folder.resolve("out"), new Progress(System.err)).run();
    }

    @Test
    void every_replay_went_through_the_system_and_examined_its_share() {
        assertThat(findings.system()).hasSize(2).allSatisfy(replay -> {
            assertThat(replay.tally().all().declared()).isEqualTo(2 * 366);
            assertThat(replay.tally().all().examinedShare()).isBetween(0.02, 0.11);
            assertThat(replay.declarationsPerSecond()).isPositive();
        });
        assertThat(findings.inMemory()).hasSize(4);
    }

    /** The repetitions in memory are only valid if they decide as the system does. */
    @Test
    void the_decisions_in_memory_are_those_of_the_system() {
        List<LabelledRow> changed = findings.change().appliedTo(year);
        for (var replay : findings.system()) {
            try (var world = new InMemoryWorld()) {
                ExamCounts inMemory = new Replay(replay.setting(), changed, world).run();

                assertThat(inMemory.months()).isEqualTo(replay.tally().months());
            }
        }
    }

    @Test
    void the_last_line_has_the_form_that_others_read() {
        assertThat(new Tables(findings).lastLine())
                .matches("retune P@5 \\d\\.\\d{3} P@10 \\d\\.\\d{3} drift-gain -?\\d\\.\\d{3}");
    }

    @Test
    void tables_plot_and_values_are_written_and_the_data_is_gone() throws Exception {
        Path out = folder.resolve("out");
        assertThat(Files.readString(out.resolve("retune.md")))
                .contains("LightGBM", "Precision", "Recall")
                .endsWith(new Tables(findings).lastLine() + "\n");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(out.resolve("retune.svg").toFile())
                        .getElementsByTagName("polyline")
                        .getLength())
                .isEqualTo(2);
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(out.resolve("retune.json")))
                        .at("/system/0/months/1/examined")
                        .asInt())
                .isPositive();
        assertThat(out.resolve("data")).doesNotExist();
    }

    @Test
    void without_the_data_it_says_so_and_ends_with_2() {
        assertThat(new CommandLine(new Bench())
                        .execute("retune", "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
    }
}
