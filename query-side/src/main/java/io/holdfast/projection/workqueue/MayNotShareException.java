package io.holdfast.projection.workqueue;

/** The caller tried to change a filter of a port without being a supervisor there. */
public final class MayNotShareException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MayNotShareException() {
        super("The filters of a port are kept by its supervisors");
    }
}
