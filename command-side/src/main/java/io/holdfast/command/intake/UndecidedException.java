package io.holdfast.command.intake;

import org.jspecify.annotations.Nullable;

/**
 * It is unknown whether the declaration was decided, for a reason outside the declaration. It is safe to send it again.
 */
public final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is unknown */
    public UndecidedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
