package io.holdfast.runtime.web;

import org.springframework.util.unit.DataSize;

/** A body is larger than what is read. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(DataSize limit) {
        super("A JSON body must have at most " + limit.toBytes() + " bytes");
    }
}
