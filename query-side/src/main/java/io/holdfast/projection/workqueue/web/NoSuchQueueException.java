package io.holdfast.projection.workqueue.web;

import io.holdfast.query.QueueName;
import io.holdfast.runtime.web.Problems;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no queue of that name: 404, with the names that there are. */
final class NoSuchQueueException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    NoSuchQueueException(String queue) {
        super(
                HttpStatus.NOT_FOUND,
                Problems.of(HttpStatus.NOT_FOUND, "no-such-queue", "There is no such queue", "The queues are " + names()),
                new IllegalArgumentException(queue));
    }

    private static String names() {
        return Arrays.stream(QueueName.values()).map(QueueName::path).collect(Collectors.joining(", "));
    }
}
