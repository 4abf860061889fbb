package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftCommand;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Routes a command about a draft to the draft's stream. */
final class DraftTargets {
    private DraftTargets() {}

    static VersionedAggregateIdentifier of(Object command) {
        if (command instanceof DraftCommand known) {
            return new VersionedAggregateIdentifier(known.draft().stream(), null);
        }
        throw new IllegalArgumentException(command.getClass() + " is no command about a draft");
    }
}
