package io.holdfast.eventstore.integrity;

/** A file or key that cannot be read as what it should be; the message is one line for whoever gave it. */
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
