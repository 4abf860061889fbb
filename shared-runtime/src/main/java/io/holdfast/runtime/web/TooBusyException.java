package io.holdfast.runtime.web;

/** This node has too much to do at the moment. */
public final class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what there is too much of, a sentence without its full stop */
    public TooBusyException(String reason) {
        super(reason + "; come back in a moment", null, false, false);
    }
}
