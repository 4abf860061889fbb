package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.state.Status;
import java.util.List;

/** The lifecycle does not allow this command now. */
public final class IllegalTransitionException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String command;
    private final String reason;
    private final transient List<String> allowed;

    /**
     * @param reason worded to follow the name of the command
     * @param allowed names of the commands that could be allowed now
     */
    IllegalTransitionException(
            Status status, Class<? extends ShipmentCommand> command, String reason, List<String> allowed) {
        super(command.getSimpleName() + " " + reason);
        this.status = status;
        this.command = command.getSimpleName();
        this.reason = reason;
        this.allowed = List.copyOf(allowed);
    }

    /** The current status of the shipment. */
    public Status status() {
        return status;
    }

    /** The command that was sent, such as {@code PlaceHold}. */
    public String command() {
        return command;
    }

    /** Why it is not allowed, worded to follow the name of the command. */
    public String reason() {
        return reason;
    }

    /** Names of the commands that could be allowed now. */
    public List<String> allowed() {
        return allowed;
    }
}
