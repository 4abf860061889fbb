package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON lines of exports, proofs and auditors' files. */
final class LogJson {

    /**
     * Maximum length of a line in bytes. A commit has at most 12 MB, and quotation marks and backslashes take twice the
     * space in JSON. Reading one line of this length takes less than half of a heap of 512 MB.
     */
    static final int LONGEST_LINE = 48 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_LINE)
                            .maxNestingDepth(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // parsers differ on which of two to use
            .changeDefaultPropertyInclusion(whole -> whole.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private LogJson() {}

    /** One line, including its line feed. */
    static byte[] line(ExportLine line) {
        return (MAPPER.writerFor(ExportLine.class).writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One event in the export format. */
    static byte[] event(LogEvent event) {
        return (MAPPER.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws BadInputException when it is not an event */
    static LogEvent parseEvent(byte[] json, String where) {
        try {
            return MAPPER.readerFor(LogEvent.class).readValue(json);
        } catch (JacksonException e) {
            throw damaged(where, e);
        }
    }

    /** @throws BadInputException when it is not such a line */
    static ExportLine parse(byte[] line, String where) {
        try {
            return MAPPER.readerFor(ExportLine.class).readValue(line);
        } catch (JacksonException e) {
            throw damaged(where, e);
        }
    }

    private static BadInputException damaged(String where, JacksonException e) {
        return new BadInputException(
                where + " is damaged: "
                        + e.getOriginalMessage().lines().findFirst().orElse(""),
                e);
    }
}
