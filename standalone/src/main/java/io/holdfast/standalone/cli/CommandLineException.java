package io.holdfast.standalone.cli;

/** The request cannot be carried out; the message is the one line that the user sees, and the exit code is 2. */
public final class CommandLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and how to correct it, without a full stop */
    public CommandLineException(String message) {
        super(message);
    }
}
