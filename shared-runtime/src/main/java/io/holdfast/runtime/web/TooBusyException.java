package io.holdfast.runtime.web;

/** This node is overloaded at the moment. */
public final class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what there is too much of, as a sentence without a full stop */
    public TooBusyException(String reason) {
        super(reason + "; come back in a moment", null, false, false);
    }
}
