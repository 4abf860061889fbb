package io.holdfast.command.intake;

import org.jspecify.annotations.Nullable;

/** Through no fault of the declaration it is not known to be decided. The same declaration can be sent again safely. */
public final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is not known */
    public UndecidedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
