package io.holdfast.projection.support;

/** Another node changed a document between the read and the write of a batch. The batch is redelivered. */
public final class ConcurrentFoldException extends RuntimeException {
    public ConcurrentFoldException(String message, Throwable cause) {
        super(message, cause);
    }

    public ConcurrentFoldException(String message) {
        super(message);
    }
}
