package io.holdfast.projection.answer;

/** A question was not answered within the time that callers are made to wait. */
final class NoAnswerInTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerInTimeException(Throwable cause) {
        super("There was no answer in time; ask again, or for less", cause);
    }
}
