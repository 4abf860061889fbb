package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogMark;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What must be written before the token of the unit of work at hand. */
interface PendingWrites {
    /** Writes it, and says how many events it stems from. */
    int flush();

    /** The last event among them. */
    LogMark last();

    /** What the root unit of work holds back. */
    static Optional<PendingWrites> atHand() {
        if (!CurrentUnitOfWork.isStarted()) {
            return Optional.empty();
        }
        return Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(PendingWrites.class.getName()));
    }
}
