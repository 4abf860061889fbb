package io.holdfast.command.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}: 1 to 128 visible ASCII characters, in quotes (RFC 9651 string) or without. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE = Pattern.compile("\"?([!#-\\[\\]-~]{1,128})\"?");

    private IdempotencyKey() {}

    /** The key is malformed, or was sent more than once. */
    static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedException() {
            super(
                    HEADER
                            + " must come once, as 1 to 128 visible ASCII characters without blanks, quotes and backslashes"
                            + " (quotes around all of it are fine)",
                    null,
                    false,
                    false);
        }
    }

    /** The key without its quotes; null when there is none. @throws MalformedException */
    static @Nullable String of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            return null;
        }
        String value = values.getFirst().strip();
        var shape = SHAPE.matcher(value);
        if (values.size() > 1 || !shape.matches() || value.startsWith("\"") != value.endsWith("\"")) {
            throw new MalformedException();
        }
        return shape.group(1);
    }
}
