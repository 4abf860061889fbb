package io.holdfast.standalone.cli;

/** What was asked cannot be done; the message is the one line that the user sees, the exit code is 2. */
public final class CommandLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what would be right, without a full stop */
    public CommandLineException(String message) {
        super(message);
    }
}
