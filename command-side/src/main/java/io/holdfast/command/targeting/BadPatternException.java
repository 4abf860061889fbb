package io.holdfast.command.targeting;

/** A regular expression that cannot be used: the engine rejects it, or its program would be too large. */
final class BadPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason worded to follow "the regular expression" */
    BadPatternException(String reason) {
        super(reason, null, false, false);
    }
}
