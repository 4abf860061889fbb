package io.holdfast.projection.support;

/** A rebuild of the projection is already running. */
public final class RebuildUnderWayException extends RuntimeException {
    RebuildUnderWayException(String name) {
        super("A rebuild of " + name + " is under way");
    }
}
