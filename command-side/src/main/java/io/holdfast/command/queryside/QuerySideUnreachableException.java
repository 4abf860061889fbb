package io.holdfast.command.queryside;

import io.holdfast.command.queryside.QuerySide.Subject;
import org.jspecify.annotations.Nullable;

/** The query side did not answer, or its answer could not be understood. */
public final class QuerySideUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Subject subject;

    /**
     * @param reason a sentence for people
     * @param cause null when the query side answered, but not with what was asked for
     */
    public QuerySideUnreachableException(Subject subject, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.subject = subject;
    }

    /** What was asked about. */
    public Subject subject() {
        return subject;
    }
}
