package io.holdfast.projection.workqueue.web;

/** Neither the caller nor the caller's ports have a filter of that name. */
final class NoSuchFilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchFilterException() {
        super("Neither you nor your ports have a filter of this name");
    }
}
