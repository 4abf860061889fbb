package io.holdfast.projection.workqueue;

/** A filter of a port is changed by somebody who is no supervisor there. */
public final class MayNotShareException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MayNotShareException() {
        super("The filters of a port are kept by its supervisors");
    }
}
