package io.holdfast.command.dispatch;

import io.holdfast.query.QueueName;

/** The queue shows only cases that have changed since, and did not catch up in time: whether one is left is not known. */
public final class QueueBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueBehindException(QueueName queue) {
        super("The queue " + queue.path() + " does not know yet what became of its cases; nothing was done");
    }
}
