package io.holdfast.runtime.ops;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The application was configured in a way that it could not identify its callers. The message explains this in one
 * line.
 */
public final class UnsafeStartException extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing or not allowed, and what to do */
    public UnsafeStartException(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
