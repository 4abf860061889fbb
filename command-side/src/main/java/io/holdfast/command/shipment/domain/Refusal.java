package io.holdfast.command.shipment.domain;

/** Why a command did nothing. The message is for the person who gave it; nothing of it is secret from them. */
public abstract sealed class Refusal extends RuntimeException
        permits IllegalMove,
                NoSuchShipment,
                NoSuchHold,
                NoSuchExam,
                NoSuchSample,
                NoSuchSeizureRequest,
                NoSuchDemand,
                FourEyes,
                SupervisorRequired,
                WaiverRequired,
                RedeliveryPeriodOver,
                DeclaredOtherwise,
                StaleVersion,
                AlreadyAssigned,
                AssignedToAnother,
                NotAssignable,
                PortOutOfScope {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        // A refusal is an answer, not a fault: its stack tells nobody anything, and a flood of them must stay cheap.
        super(message, null, false, false);
    }
}
