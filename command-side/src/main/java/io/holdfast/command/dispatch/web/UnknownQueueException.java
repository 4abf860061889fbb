package io.holdfast.command.dispatch.web;

import io.holdfast.query.QueueName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** There is no queue of that name. */
final class UnknownQueueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownQueueException() {
        super("The queues are "
                + Arrays.stream(QueueName.values()).map(QueueName::path).collect(Collectors.joining(", ")));
    }
}
