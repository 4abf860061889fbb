package io.holdfast.projection.answer;

/** A query was not answered within the time limit. */
final class NoAnswerInTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerInTimeException(Throwable cause) {
        super("There was no answer in time; ask again, or for less", cause);
    }
}
