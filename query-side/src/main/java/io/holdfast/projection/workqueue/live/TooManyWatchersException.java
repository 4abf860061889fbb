package io.holdfast.projection.workqueue.live;

/** There are already too many watchers. */
public final class TooManyWatchersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWatchersException(String message) {
        super(message);
    }
}
