package io.holdfast.benchmarks.retune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes tables, plot and all counts to a folder. */
final class ResultsFile {
    private ResultsFile() {}

    static void write(Findings findings, Path folder) throws IOException {
        Files.createDirectories(folder);
        var tables = new Tables(findings);
        Files.writeString(folder.resolve("retune.md"), tables.markdown() + "\n" + tables.lastLine() + "\n");
        Files.writeString(folder.resolve("retune.svg"), new MonthPlot(findings).svg());
        Files.writeString(folder.resolve("retune.json"), json(findings));
    }

    private static String json(Findings findings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", findings.at().toString());
        all.put(
                "change",
                Map.of(
                        "from", findings.change().from().toString(),
                        "chapter", findings.change().chapter(),
                        "country", findings.change().country()));
        all.put("wholeLabels", findings.wholeLabels());
        all.put("explanation", findings.explanation());
        all.put("system", replays(findings.system()));
        all.put("inMemory", replays(findings.inMemory()));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }

    private static List<Map<String, Object>> replays(List<Findings.Replayed> replays) {
        return replays.stream().map(ResultsFile::replay).toList();
    }

    private static Map<String, Object> replay(Findings.Replayed replay) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("setting", replay.setting());
        told.put("declarationsPerSecond", replay.declarationsPerSecond());
        told.put("seconds", replay.seconds());
        told.put("months", replay.tally().months());
        return told;
    }
}
