package io.holdfast.command.shipment.domain;

/** No exam was completed, so a release needs a waiver from the closed list. */
public final class WaiverRequiredException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    WaiverRequiredException() {
        super("Nothing was examined since the case was opened, so a release needs a waiver");
    }
}
