package io.holdfast.command.outcomes;

import org.jspecify.annotations.Nullable;

/** The query side does not say what came of shipments. */
public final class OutcomesUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomesUnreachableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
