package io.holdfast.projection.answer;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Media types for a {@link Table}. */
public final class Tables {
    /** CSV, for use in {@code produces}. */
    public static final String CSV_VALUE = "text/csv";

    /** JSON lines, for use in {@code produces}. */
    public static final String NDJSON_VALUE = "application/x-ndjson";

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType NDJSON = MediaType.parseMediaType(NDJSON_VALUE);

    private Tables() {}
}
