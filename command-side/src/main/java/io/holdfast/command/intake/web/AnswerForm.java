package io.holdfast.command.intake.web;

import io.holdfast.command.intake.IntakeResult;
import io.holdfast.runtime.csv.SafeCsvWriter;
import io.holdfast.runtime.json.LanguageJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The formats of an answer to many declarations: one result after the other, between a start and an end. */
enum AnswerForm {
    NDJSON(MediaType.parseMediaType("application/x-ndjson"), "", "", "", "") {
        @Override
        String result(IntakeResult result) {
            return json(result) + "\n";
        }
    },
    JSON(MediaType.APPLICATION_JSON, "[", "\n", ",\n", "\n]\n") {
        @Override
        String result(IntakeResult result) {
            return json(result);
        }
    },
    CSV(
            MediaType.parseMediaType("text/csv;charset=UTF-8"),
            "line,shipmentId,outcome,repeated,version,field,reason\r\n",
            "",
            "",
            "") {
        @Override
        String result(IntakeResult result) {
            return csv(result);
        }
    };

    private static final List<MediaType> MEDIA_TYPES =
            Arrays.stream(values()).map(form -> form.mediaType).toList();

    final MediaType mediaType;
    final String begin;
    final String beforeFirst;
    final String between;
    final String end;

    AnswerForm(MediaType mediaType, String begin, String beforeFirst, String between, String end) {
        this.mediaType = mediaType;
        this.begin = begin;
        this.beforeFirst = beforeFirst;
        this.between = between;
        this.end = end;
    }

    abstract String result(IntakeResult result);

    /**
     * The format that the caller prefers; NDJSON when any will do.
     *
     * @param accept the Accept header; null when there is none
     * @throws HttpMediaTypeNotAcceptableException when no format is acceptable
     */
    static AnswerForm accepted(@Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isBlank()) {
            return NDJSON;
        }
        // The sort is stable: among equal preferences the caller's order decides.
        return ranges(accept).stream()
                .filter(range -> range.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .map(AnswerForm::included)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(MEDIA_TYPES));
    }

    private static List<MediaType> ranges(String accept) throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException(MEDIA_TYPES);
        }
    }

    private static @Nullable AnswerForm included(MediaType range) {
        return Arrays.stream(values())
                .filter(form -> range.includes(form.mediaType.removeQualityValue()))
                .findFirst()
                .orElse(null);
    }

    private static String json(IntakeResult result) {
        return LanguageJson.mapper().writeValueAsString(result);
    }

    private static String csv(IntakeResult result) {
        var line = new StringWriter();
        try (var csv = new SafeCsvWriter(line)) {
            csv.write(Arrays.asList(
                    result.line(),
                    result.shipmentId(),
                    result.outcome(),
                    result.repeated(),
                    result.version(),
                    result.field(),
                    result.reason()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }
}
