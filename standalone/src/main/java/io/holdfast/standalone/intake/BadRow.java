package io.holdfast.standalone.intake;

import org.jspecify.annotations.Nullable;

/** A row that cannot become a declaration. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final String reason;

    BadRow(@Nullable String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    @Nullable String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
