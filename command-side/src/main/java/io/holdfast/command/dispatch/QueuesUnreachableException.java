package io.holdfast.command.dispatch;

import org.jspecify.annotations.Nullable;

/** The query side does not say what waits. */
public final class QueuesUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueuesUnreachableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
