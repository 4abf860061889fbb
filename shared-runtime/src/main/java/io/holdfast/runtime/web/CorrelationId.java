package io.holdfast.runtime.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The correlation id, which links everything that one request causes: log lines, commands, events and the answer. */
public final class CorrelationId {
    /** The header in which a caller may set it, and in which every answer returns it. */
    public static final String HEADER = "X-Correlation-Id";
    /** Its key in the logging context. */
    public static final String MDC_KEY = "correlationId";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private CorrelationId() {}

    /** The id of the request served by this thread, or a new one. */
    public static String current() {
        String known = MDC.get(MDC_KEY);
        return known == null ? create() : known;
    }

    /** The caller's id if it is 1 to 64 letters, digits or any of . _ -; otherwise a new one. */
    static String ofCaller(@Nullable String given) {
        return given != null && SHAPE.matcher(given).matches() ? given : create();
    }

    private static String create() {
        return UUID.randomUUID().toString();
    }
}
