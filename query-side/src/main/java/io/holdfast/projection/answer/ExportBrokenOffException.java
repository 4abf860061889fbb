package io.holdfast.projection.answer;

/** An export could not be finished. Deliberately mapped to no response, so that the server closes the connection. */
final class ExportBrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportBrokenOffException(RuntimeException cause) {
        super("An export broke off after its first page", cause);
    }
}
