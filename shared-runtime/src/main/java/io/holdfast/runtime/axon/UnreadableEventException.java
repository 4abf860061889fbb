package io.holdfast.runtime.axon;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * An event that would not read back as an equal one. It is refused before anything is stored; retrying would fail
 * again.
 */
public final class UnreadableEventException extends AxonNonTransientException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
