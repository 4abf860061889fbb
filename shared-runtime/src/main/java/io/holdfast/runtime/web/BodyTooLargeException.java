package io.holdfast.runtime.web;

import org.springframework.util.unit.DataSize;

/** A request body exceeds the size limit. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(DataSize limit) {
        super("A JSON body must have at most " + limit.toBytes() + " bytes");
    }
}
