package io.holdfast.command.intake.mongo;

import io.holdfast.command.intake.IntakeResult;
import io.holdfast.runtime.json.LanguageJson;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Results encoded as one text, one line of JSON each. */
final class StoredResults {
    static final String FIELD = "results";

    private static final JsonMapper MAPPER = LanguageJson.mapper();

    private StoredResults() {}

    static String write(List<IntakeResult> results) {
        return results.stream().map(MAPPER::writeValueAsString).collect(Collectors.joining("\n"));
    }

    static List<IntakeResult> read(String text) {
        return text.lines()
                .map(line -> LanguageJson.readOnRecord(line, IntakeResult.class))
                .toList();
    }
}
