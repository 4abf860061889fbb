package io.holdfast.projection.evidence.web;

/** There is no such thing in the caller's ports, or its bytes are kept elsewhere. */
final class NotHereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHereException(String message) {
        super(message);
    }
}
