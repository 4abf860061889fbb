package io.holdfast.projection.workqueue.web;

/** The caller has no filter of that name, and neither have the caller's ports. */
final class NoSuchFilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchFilterException() {
        super("Neither you nor your ports have a filter of this name");
    }
}
