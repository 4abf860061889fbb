package io.holdfast.runtime.web;

/**
 * The header that carries a position of the event log. On the answer to a command: the position of its events; on a
 * query: the position that the answer must include at least; on the answer to a query: the position it includes.
 */
public final class PositionHeader {
    /** The name of the header. Its value is a whole number, only meant to be compared; positions can have gaps. */
    public static final String NAME = "X-Holdfast-Position";

    private PositionHeader() {}
}
