package io.holdfast.projection.support;

/** There is no projection of this name. */
public final class UnknownProjectionException extends RuntimeException {
    UnknownProjectionException(String name) {
        super("There is no projection " + name);
    }
}
