package io.holdfast.command.intake;

/** What became of a declaration. */
public enum IntakeOutcome {
    /** A case was opened: rules, or chance, selected the shipment. */
    TARGETED,
    /** Nothing selected it, so it was released at once. */
    RELEASED,
    /** The row is at fault; nothing was recorded. */
    REJECTED
}
