package io.holdfast.benchmarks.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.benchmarks.eventlog.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole benchmark at a tiny size: the report must be complete and in the documented format. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueBenchmarkTest {
    private static final QueueScale TINY = new QueueScale(1_000, 3_000, 2, 4, 1, 30);

    @TempDir
    static Path out;

    private static QueueReport report;

    @BeforeAll
    static void run() throws IOException {
        report = new QueueBenchmark(TINY, out, new Progress(System.err)).run();
    }

    @Test
    void the_table_has_a_row_for_each_kind_of_question_and_tells_of_the_watchers() {
        for (Question question : Question.values()) {
            assertThat(report.markdown()).contains("| " + question.label() + " | 8 | ");
        }
        assertThat(report.markdown())
                .contains("1,000 cases written in", "3,000 cases written in", "MB on disk", "30 watchers: ");
    }

    @Test
    void the_last_line_has_the_form_that_others_read() {
        assertThat(report.lastLine())
                .matches("queues p99 at 1e3 \\d+\\.\\d\\d ms at 1e3 \\d+\\.\\d\\d ms ratio \\d+\\.\\d\\d");
    }

    @Test
    void table_plot_and_values_are_written_and_the_data_is_gone() throws Exception {
        assertThat(Files.readString(out.resolve("queues.md"))).endsWith(report.lastLine() + "\n");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(out.resolve("queues.svg").toFile())
                        .getElementsByTagName("rect")
                        .getLength())
                .isGreaterThan(10);
        var json = JsonMapper.shared().readTree(Files.readString(out.resolve("queues.json")));
        assertThat(json.at("/watchers/watchers").asInt()).isEqualTo(30);
        assertThat(json.at("/watchers/lastMillis").asLong()).isPositive();
        assertThat(out.resolve("data")).doesNotExist();
    }
}
