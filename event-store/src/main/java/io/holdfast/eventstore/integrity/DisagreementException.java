package io.holdfast.eventstore.integrity;

/** What an auditor keeps and what the database holds are not the same; the message says where, and what may have happened. */
public final class DisagreementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DisagreementException(String message) {
        super(message);
    }
}
