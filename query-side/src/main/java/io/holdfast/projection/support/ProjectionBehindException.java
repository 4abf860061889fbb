package io.holdfast.projection.support;

/** A projection has not reached the position that a question asks for. */
public final class ProjectionBehindException extends RuntimeException {
    ProjectionBehindException(String projection, long position, long wanted) {
        super("The projection " + projection + " is at position " + position + " and not yet at " + wanted);
    }
}
