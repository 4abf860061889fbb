package io.holdfast.benchmarks.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.benchmarks.peer.Peer;
import io.holdfast.benchmarks.peer.Peers;
import io.holdfast.benchmarks.sample.LogPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole benchmark at a tiny size: the report must be complete and in the documented format. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventLogBenchmarkTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Scale TINY = new Scale(Duration.ZERO, 1, SHORT, SHORT, 2_000, 2_100, SHORT, SHORT, SHORT);

    private static final boolean ALL_PEERS = Integer.getInteger("holdfast.test.rounds", 1) > 1;

    /** Only one peer of each kind: each peer on MongoDB starts a server for every phase. */
    private static final List<Peer> PEERS = Peers.all(null, null).stream()
            .filter(peer -> ALL_PEERS
                    || peer.inHeap()
                    || Set.of(Peers.OURS, Peers.AXON_MONGO_EVENT, Peers.RAW).contains(peer.name()))
            .toList();

    @TempDir
    static Path out;

    private static Report report;

    @BeforeAll
    static void run() throws IOException {
        report = new EventLogBenchmark(TINY, PEERS, out, new Progress(System.err)).run();
    }

    @Test
    void the_table_has_every_row_and_in_each_a_value_of_every_peer_it_applies_to() {
        List<List<String>> rows = rows(report.markdown().split("\\| median")[1].split("\\| ours is")[0]);

        assertThat(rows).extracting(List::getFirst).containsExactlyElementsOf(expectedLabels());
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(2 + PEERS.size()));
        assertThat(rows)
                .filteredOn(row -> row.getFirst().startsWith("append,"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).doesNotContain(MarkdownTables.NOTHING));
        assertThat(rows)
                .filteredOn(row -> row.getFirst().startsWith("replay,"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContain(MarkdownTables.NOTHING));
        assertThat(rows)
                .filteredOn(row -> row.getFirst().startsWith("load "))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row)
                        .filteredOn(MarkdownTables.NOTHING::equals)
                        .hasSize(1));
    }

    @Test
    void every_value_is_a_positive_number() {
        assertThat(rows(report.markdown().split("\\| median")[1].split("\\| ours is")[0]))
                .allSatisfy(row -> assertThat(row.subList(2, row.size()))
                        .allSatisfy(cell -> assertThat(cell)
                                .matches("–|[0-9,]+|[0-9]+\\.[0-9]+")
                                .isNotEqualTo("0")));
    }

    @Test
    void the_last_line_has_the_form_that_others_read() {
        String number = "\\d+\\.\\d\\d";
        assertThat(report.lastLine())
                .matches("append64 ours/axon-mongo " + number + " ours/raw " + number + " replay ours/axon-mongo "
                        + number + " ours/raw " + number);
    }

    @Test
    void tables_plot_and_values_are_written_and_the_data_is_gone() throws Exception {
        assertThat(Files.readString(out.resolve("eventlog.md"))).endsWith(report.lastLine() + "\n");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(out.resolve("eventlog.svg").toFile())
                        .getElementsByTagName("rect")
                        .getLength())
                .isGreaterThan(40);
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(out.resolve("eventlog.json")))
                        .at("/results/append-64/rounds/ours/median")
                        .asDouble())
                .isPositive();
        assertThat(out.resolve("data")).doesNotExist();
    }

    private static List<String> expectedLabels() {
        List<Row> expected = new ArrayList<>();
        Scale.WRITERS.forEach(writers -> expected.add(Row.append(writers)));
        expected.add(Row.processorTime(64));
        expected.add(Row.bytesAppended());
        ofLog(expected, TINY.small(), Scale.SMALL_STEP_MILLIS);
        ofLog(expected, TINY.large(), Scale.LARGE_STEP_MILLIS);
        for (String from : List.of("same process", "another process")) {
            expected.add(Row.latency(from, 50));
            expected.add(Row.latency(from, 99));
        }
        return expected.stream().map(Row::label).toList();
    }

    private static void ofLog(List<Row> expected, int events, long stepMillis) {
        if (events == TINY.large()) {
            expected.add(Row.clientHeap(events));
        }
        LogPlan.SIZES.forEach(size -> expected.add(Row.load(size, events)));
        expected.add(Row.replay(events, stepMillis));
        expected.add(Row.replayOfBlocks(events));
        if (events == TINY.large()) {
            expected.add(Row.bytesFilled(events));
            expected.add(Row.serverHeap(events));
        }
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }
}
