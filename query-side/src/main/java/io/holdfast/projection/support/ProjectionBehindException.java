package io.holdfast.projection.support;

/** A projection has not reached the position that a query requires. */
public final class ProjectionBehindException extends RuntimeException {
    private final long wanted;

    ProjectionBehindException(String projection, long position, long wanted) {
        super("The projection " + projection + " is at position " + position + " and not yet at " + wanted);
        this.wanted = wanted;
    }

    /** The required position. */
    public long wanted() {
        return wanted;
    }
}
