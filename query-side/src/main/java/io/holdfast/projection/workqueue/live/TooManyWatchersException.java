package io.holdfast.projection.workqueue.live;

/** So many watch already that one more is refused. */
public final class TooManyWatchersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWatchersException(String message) {
        super(message);
    }
}
