package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The output of a run: tables, a plot, all values as JSON, and a summary line. */
final class Report {
    private final Scale scale;
    private final List<Peer> peers;
    private final Machine machine;
    private final Results results;

    Report(Scale scale, List<Peer> peers, Machine machine, Results results) {
        this.scale = scale;
        this.peers = peers;
        this.machine = machine;
        this.results = results;
    }

    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("eventlog.md"), markdown() + "\n" + lastLine() + "\n");
        Files.writeString(folder.resolve("eventlog.svg"), new Plot(results, names()).panels(scale));
        Files.writeString(folder.resolve("eventlog.json"), json());
    }

    String lastLine() {
        return new Ratios(results).lastLine(Row.append(64), Row.replay(scale.large(), Scale.LARGE_STEP_MILLIS));
    }

    String markdown() {
        var tables = new MarkdownTables(results, names());
        return String.join("\n", head(), tables.medians(), tables.ratios(), settings());
    }

    private List<String> names() {
        return peers.stream().map(Peer::name).toList();
    }

    private String head() {
        return """
                # Event log, %s

                %s, %d cores, %s, %s
                Disk: %s, 4 KB appended and forced in %.2f ms. Load of the machine at the start: %.1f.
                %s
                Medians of up to %d rounds; eventlog.json has the number and the values.
                """.formatted(
                        machine.at(),
                        machine.cpu(),
                        machine.cores(),
                        machine.system(),
                        machine.java(),
                        machine.fileSystem(),
                        machine.forceMillis(),
                        machine.loadAtStart(),
                        String.join(", ", machine.jars()),
                        scale.rounds());
    }

    private String settings() {
        var lines = new StringBuilder("Settings:\n\n");
        peers.forEach(peer -> lines.append("- ")
                .append(peer.name())
                .append(": ")
                .append(peer.settings())
                .append('\n'));
        return lines.toString();
    }

    private String json() {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (Row row : results.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            names().forEach(name -> {
                if (results.median(row, name).isPresent()) {
                    values.put(name, rounded(results.values(row, name)));
                }
            });
            rows.put(row.id(), Map.of("label", row.label(), "unit", row.unit().sign, "rounds", values));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("scale", scale);
        all.put("settings", settingsByName());
        all.put("results", rows);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }

    private Map<String, String> settingsByName() {
        Map<String, String> settings = new LinkedHashMap<>();
        peers.forEach(peer -> settings.put(peer.name(), peer.settings()));
        return settings;
    }

    /** The median first, then the values of all rounds; of aggregate loads only the first values. */
    private static Map<String, Object> rounded(List<Double> values) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("median", round(Results.median(values)));
        told.put("p99", round(Results.percentile(values, 99)));
        told.put("count", values.size());
        told.put("values", values.stream().limit(20).map(Report::round).toList());
        return told;
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
