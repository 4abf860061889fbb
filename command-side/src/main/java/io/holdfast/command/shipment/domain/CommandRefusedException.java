package io.holdfast.command.shipment.domain;

/**
 * A command was refused and changed nothing. The message is for the user who sent it and holds nothing secret from
 * them.
 */
public abstract sealed class CommandRefusedException extends RuntimeException
        permits IllegalTransitionException,
                NoSuchShipmentException,
                NoSuchHoldException,
                NoSuchExamException,
                NoSuchSampleException,
                NoSuchSeizureRequestException,
                NoSuchDemandException,
                FourEyesException,
                SupervisorRequiredException,
                WaiverRequiredException,
                RedeliveryPeriodOverException,
                DifferentDeclarationException,
                StaleVersionException,
                AlreadyAssignedException,
                AssignedToAnotherException,
                NotAssignableException,
                PortOutOfScopeException {
    private static final long serialVersionUID = 1L;

    CommandRefusedException(String message) {
        // A refusal is an answer, not a fault: its stack trace is of no use, and many refusals must stay cheap.
        super(message, null, false, false);
    }
}
