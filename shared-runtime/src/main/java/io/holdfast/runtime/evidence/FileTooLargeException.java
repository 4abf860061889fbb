package io.holdfast.runtime.evidence;

/** A file has more bytes than the limit. */
public final class FileTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param limit in bytes */
    public FileTooLargeException(long limit) {
        super("A file must have at most " + limit + " bytes");
    }
}
