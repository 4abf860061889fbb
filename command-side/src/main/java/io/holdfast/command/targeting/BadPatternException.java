package io.holdfast.command.targeting;

/** A regular expression that cannot be used: the engine refuses it, or it would grow too large. */
final class BadPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason worded to follow "the regular expression" */
    BadPatternException(String reason) {
        super(reason, null, false, false);
    }
}
