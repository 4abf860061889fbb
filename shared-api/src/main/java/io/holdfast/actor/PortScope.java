package io.holdfast.actor;

import io.holdfast.value.PortCode;
import java.util.Set;

/** The ports whose cases a person may see and work on; applies to lists, counts and exports alike. */
public sealed interface PortScope {
    /** Every port. */
    record All() implements PortScope {}

    /** These ports only; none at all when the set is empty. */
    record Only(Set<PortCode> ports) implements PortScope {
        public Only {
            ports = Set.copyOf(ports);
        }
    }

    /** Every port. */
    static PortScope all() {
        return new All();
    }

    /** These ports only. */
    static PortScope only(PortCode... ports) {
        return new Only(Set.of(ports));
    }

    /** Whether a case at this port is in scope. */
    default boolean includes(PortCode port) {
        return switch (this) {
            case All _ -> true;
            case Only(var ports) -> ports.contains(port);
        };
    }
}
