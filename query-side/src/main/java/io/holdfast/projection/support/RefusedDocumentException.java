package io.holdfast.projection.support;

/** The store refuses a document for what it is, such as its size; the event that made it so is to blame, and no other. */
public final class RefusedDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
