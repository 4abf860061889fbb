package io.holdfast.eventstore.integrity;

/** A file or key is not in the expected format; the message is one line for the user who supplied it. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, without a full stop */
    public BadInputException(String message) {
        super(OneLine.of(message));
    }

    /** @param message what is wrong, without a full stop */
    public BadInputException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
