package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftCommand;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** To which stream a command about a draft goes. */
final class DraftTargets {
    private DraftTargets() {}

    static VersionedAggregateIdentifier of(Object command) {
        if (command instanceof DraftCommand known) {
            return new VersionedAggregateIdentifier(known.draft().stream(), null);
        }
        throw new IllegalArgumentException(command.getClass() + " is no command about a draft");
    }
}
