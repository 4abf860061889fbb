package io.holdfast.command.dispatch;

import io.holdfast.query.QueueName;

/**
 * Every case that the queue shows has changed since, and the queue did not catch up in time: whether a case is left is
 * unknown.
 */
public final class QueueBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueBehindException(QueueName queue) {
        super("The queue " + queue.path() + " does not know yet what became of its cases; nothing was done");
    }
}
