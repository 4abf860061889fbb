package io.holdfast.projection.evidence.web;

/** There is no such file or case in the caller's ports, or the file is stored elsewhere. */
final class NotHereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHereException(String message) {
        super(message);
    }
}
