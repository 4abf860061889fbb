package io.holdfast.query;

import java.util.Arrays;
import java.util.stream.Collectors;

/** There is no queue of that name. */
public final class NoSuchQueueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchQueueException() {
        super("The queues are "
                + Arrays.stream(QueueName.values()).map(QueueName::path).collect(Collectors.joining(", ")));
    }
}
