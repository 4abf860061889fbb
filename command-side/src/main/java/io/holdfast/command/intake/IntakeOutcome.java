package io.holdfast.command.intake;

import io.holdfast.shipment.state.Status;

/** The outcome of a declaration. */
public enum IntakeOutcome {
    /** A case was opened: rules, or the random share, selected the shipment. */
    TARGETED,
    /** Nothing selected the shipment, so it was released at once. */
    RELEASED,
    /** The row is invalid; nothing was recorded. */
    REJECTED;

    /** The outcome of the first screening, regardless of what happened to the case later. */
    static IntakeOutcome of(Status first) {
        return switch (first) {
            case TARGETED -> TARGETED;
            case RELEASED -> RELEASED;
            case HELD, INSPECTED, SEIZED -> throw new IllegalStateException("No declaration leads to " + first);
        };
    }
}
