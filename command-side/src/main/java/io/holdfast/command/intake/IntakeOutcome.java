package io.holdfast.command.intake;

import io.holdfast.shipment.state.Status;

/** What became of a declaration. */
public enum IntakeOutcome {
    /** A case was opened: rules, or chance, selected the shipment. */
    TARGETED,
    /** Nothing selected it, so it was released at once. */
    RELEASED,
    /** The row is at fault; nothing was recorded. */
    REJECTED;

    /** What the first declaration led to, whatever happened to the case since. */
    static IntakeOutcome of(Status first) {
        return switch (first) {
            case TARGETED -> TARGETED;
            case RELEASED -> RELEASED;
            case HELD, INSPECTED, SEIZED -> throw new IllegalStateException("No declaration leads to " + first);
        };
    }
}
