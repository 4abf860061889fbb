package io.holdfast.runtime.ops;

import org.springframework.boot.ExitCodeGenerator;

/** The application was to start in a way that could not know its callers. The message is the one line that says why. */
public final class UnsafeStartException extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing or must not be, and what to do */
    public UnsafeStartException(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
