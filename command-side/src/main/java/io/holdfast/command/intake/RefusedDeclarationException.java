package io.holdfast.command.intake;

import org.jspecify.annotations.Nullable;

/** A declaration that is not taken, through a fault of its own: sending it again would not help. */
public final class RefusedDeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_FIELD = 120;

    /** The sorts of faults. */
    public enum Kind {
        /** It is not JSON, not CSV or not UTF-8, or it is cut off. */
        MALFORMED,
        /** It names a field that a declaration does not have. */
        UNKNOWN_FIELD,
        /** A value has another type than its field. */
        WRONG_TYPE,
        /** It is larger than a declaration may be. */
        TOO_LARGE,
        /** A value is missing or impossible. */
        INVALID,
        /** There is no such shipment for the caller: another port has declared it. */
        NOT_FOUND,
        /** Its port is not among the caller's. */
        OUT_OF_SCOPE,
        /** Another declaration is known under its identifier. */
        CONFLICT
    }

    private final Kind kind;
    private final @Nullable String field;
    private final String reason;

    /**
     * @param field what is wrong, as a path such as {@code netMass.amount}; null for the declaration as a whole
     * @param reason worded to follow the field
     */
    public RefusedDeclarationException(Kind kind, @Nullable String field, String reason) {
        // Thousands of bad rows in one file are nothing to keep stack traces of.
        super(field == null ? reason : field + " " + reason, null, false, false);
        this.kind = kind;
        this.field = field == null ? null : field.substring(0, Math.min(field.length(), MAX_FIELD));
        this.reason = reason;
    }

    /** The sort of fault. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong; at most {@value #MAX_FIELD} characters, as a caller may have made it up. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }
}
