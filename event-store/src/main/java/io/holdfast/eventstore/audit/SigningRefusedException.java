package io.holdfast.eventstore.audit;

import io.holdfast.eventstore.integrity.UnreadableBlockException;

/**
 * The log, its checkpoints and the auditor's file contradict each other; nothing is signed until somebody intervenes.
 */
public final class SigningRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SigningRefusedException(RuntimeException because) {
        super(
                because instanceof UnreadableBlockException block
                        ? "the log is NOT INTACT: block " + block.number() + ": " + block.getMessage()
                        : String.valueOf(because.getMessage()),
                because);
    }
}
