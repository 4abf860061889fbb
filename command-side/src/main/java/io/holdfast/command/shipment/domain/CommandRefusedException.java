package io.holdfast.command.shipment.domain;

/** Why a command did nothing. The message is for the person who gave it; nothing of it is secret from them. */
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
        // A refusal is an answer, not a fault: its stack tells nobody anything, and a flood of them must stay cheap.
        super(message, null, false, false);
    }
}
