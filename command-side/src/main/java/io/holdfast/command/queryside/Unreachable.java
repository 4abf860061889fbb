package io.holdfast.command.queryside;

import org.jspecify.annotations.Nullable;

/** How whoever asks says that the query side does not answer. */
@FunctionalInterface
public interface Unreachable {
    /**
     * The exception to throw.
     *
     * @param reason a sentence for people
     * @param cause absent where the query side answered, but not with what was asked for
     */
    RuntimeException because(String reason, @Nullable Throwable cause);
}
