package io.holdfast.command.intake;

import org.jspecify.annotations.Nullable;

/** A declaration was refused because of what it contains: sending it again would not help. */
public final class RefusedDeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_FIELD = 120;

    /** The kinds of fault. */
    public enum Kind {
        /** It is not JSON, CSV or UTF-8, or it is truncated. */
        MALFORMED,
        /** It names a field that a declaration does not have. */
        UNKNOWN_FIELD,
        /** A value does not have the type of its field. */
        WRONG_TYPE,
        /** It is larger than the limit. */
        TOO_LARGE,
        /** A value is missing or not allowed. */
        INVALID,
        /** The shipment was declared at a port outside the caller's scope, so for the caller it does not exist. */
        NOT_FOUND,
        /** Its port is outside the caller's scope. */
        OUT_OF_SCOPE,
        /** The shipment already exists with another declaration. */
        CONFLICT
    }

    private final Kind kind;
    private final @Nullable String field;
    private final String reason;

    /**
     * @param field the field at fault, as a path such as {@code netMass.amount}; null for the declaration as a whole
     * @param reason worded to follow the field
     */
    public RefusedDeclarationException(Kind kind, @Nullable String field, String reason) {
        // No stack trace: a file may have thousands of bad rows.
        super(field == null ? reason : field + " " + reason, null, false, false);
        this.kind = kind;
        this.field = field == null ? null : field.substring(0, Math.min(field.length(), MAX_FIELD));
        this.reason = reason;
    }

    /** The kind of fault. */
    public Kind kind() {
        return kind;
    }

    /** The field at fault, cut to {@value #MAX_FIELD} characters because the caller may have invented the name. */
    public @Nullable String field() {
        return field;
    }

    /** Why it is refused. */
    public String reason() {
        return reason;
    }
}
