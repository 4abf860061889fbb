package io.holdfast.runtime.web;

/**
 * The header in which a position of the event log travels: on the answer to a command, how far it came; on a question, how far
 * the answer has to be; on an answer, how far it is.
 */
public final class PositionHeader {
    /** A whole number; only to be compared, and dense it is not. */
    public static final String NAME = "X-Holdfast-Position";

    private PositionHeader() {}
}
