package io.holdfast.benchmarks.queues;

import io.holdfast.benchmarks.eventlog.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The output of a run: a table, a plot, all numbers as JSON, and a summary line. */
final class QueueReport {
    private static final int[] PERCENTILES = {50, 99};

    private final QueueScale scale;
    private final Machine machine;
    private final Samples small;
    private final Samples large;
    private final List<String> facts;
    private final WatcherCrowd.Seen crowd;

    QueueReport(
            QueueScale scale,
            Machine machine,
            Samples small,
            Samples large,
            List<String> facts,
            WatcherCrowd.Seen crowd) {
        this.scale = scale;
        this.machine = machine;
        this.small = small;
        this.large = large;
        this.facts = facts;
        this.crowd = crowd;
    }

    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("queues.md"), markdown() + "\n" + lastLine() + "\n");
        Files.writeString(folder.resolve("queues.svg"), new QueuePlot(scale, small, large).svg());
        Files.writeString(folder.resolve("queues.json"), json());
    }

    String lastLine() {
        double a = small.percentile(99, Question::isPage);
        double b = large.percentile(99, Question::isPage);
        return String.format(
                Locale.ROOT,
                "queues p99 at %s %.2f ms at %s %.2f ms ratio %.2f",
                power(scale.small()),
                a,
                power(scale.large()),
                b,
                b / a);
    }

    private static String power(int cases) {
        return "1e" + Math.round(Math.log10(cases));
    }

    String markdown() {
        var table = new StringBuilder("""
                # Work queues, %s

                %s, %d cores, %s, %s
                Disk: %s, 4 KB appended and forced in %.2f ms. Load of the machine at the start: %.1f.

                | ms | n | p50, %5$,d | p50, %6$,d | p99, %5$,d | p99, %6$,d | ratio of p99 |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """.replace("%5$,d", "%,d".formatted(scale.small()))
                .replace("%6$,d", "%,d".formatted(scale.large()))
                .formatted(
                        machine.at(),
                        machine.cpu(),
                        machine.cores(),
                        machine.system(),
                        machine.java(),
                        machine.fileSystem(),
                        machine.forceMillis(),
                        machine.loadAtStart()));
        for (Question question : Question.values()) {
            row(table, question.label(), small.count(question), q -> q == question);
        }
        row(table, "**all pages**", pages(), Question::isPage);
        table.append('\n');
        facts.forEach(fact -> table.append("- ").append(fact).append('\n'));
        return table.append("- ").append(crowd.line()).append('\n').toString();
    }

    private int pages() {
        int pages = 0;
        for (Question question : Question.values()) {
            pages += question.isPage() ? small.count(question) : 0;
        }
        return pages;
    }

    private void row(StringBuilder table, String label, int count, Predicate<Question> wanted) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                label,
                count,
                small.percentile(50, wanted),
                large.percentile(50, wanted),
                small.percentile(99, wanted),
                large.percentile(99, wanted),
                large.percentile(99, wanted) / small.percentile(99, wanted)));
    }

    private String json() {
        Map<String, Object> results = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int percentile : PERCENTILES) {
                values.put("p" + percentile + " small", small.percentile(percentile, q -> q == question));
                values.put("p" + percentile + " large", large.percentile(percentile, q -> q == question));
            }
            results.put(question.label(), values);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("scale", scale);
        all.put("milliseconds", results);
        all.put("facts", facts);
        all.put("watchers", crowd);
        all.put("line", lastLine());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }
}
