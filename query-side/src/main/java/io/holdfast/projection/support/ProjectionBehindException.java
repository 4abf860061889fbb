package io.holdfast.projection.support;

/** A projection has not reached the position that a question asks for. */
public final class ProjectionBehindException extends RuntimeException {
    private final long wanted;

    ProjectionBehindException(String projection, long position, long wanted) {
        super("The projection " + projection + " is at position " + position + " and not yet at " + wanted);
        this.wanted = wanted;
    }

    /** The position that was asked for. */
    public long wanted() {
        return wanted;
    }
}
