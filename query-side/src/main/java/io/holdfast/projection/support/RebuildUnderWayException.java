package io.holdfast.projection.support;

/** A projection is being rebuilt already. */
public final class RebuildUnderWayException extends RuntimeException {
    RebuildUnderWayException(String name) {
        super("A rebuild of " + name + " is under way");
    }
}
