package io.holdfast.command.intake;

/** The header of a CSV is missing or names what is no field of a declaration: no row can be read. */
public final class UnusableHeader extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableHeader(String message) {
        super(message);
    }
}
