package io.holdfast.eventstore.integrity;

/** The auditor's file and the database differ; the message says where, and what may have happened. */
public final class DisagreementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DisagreementException(String message) {
        super(message);
    }
}
