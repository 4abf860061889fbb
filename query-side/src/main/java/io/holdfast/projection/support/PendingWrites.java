package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogMark;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Changes that must be written before the token of the current unit of work. */
interface PendingWrites {
    /** Writes the changes and returns how many events they come from. */
    int flush();

    /** The last of these events. */
    LogMark last();

    /** The pending writes of the root unit of work, if any. */
    static Optional<PendingWrites> atHand() {
        if (!CurrentUnitOfWork.isStarted()) {
            return Optional.empty();
        }
        return Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(PendingWrites.class.getName()));
    }
}
