package io.holdfast.projection.support;

/**
 * The store refuses a document because of its content, such as its size. Only the event that made it so is at fault.
 */
public final class RefusedDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
