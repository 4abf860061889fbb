package io.holdfast.projection.answer;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/** Scopes of ports. */
public final class Ports {
    private Ports() {}

    /** The part of a scope at one port, if that is given: a port outside of it leaves nothing, as if it did not exist. */
    public static PortScope narrowed(PortScope scope, @Nullable PortCode port) {
        if (port == null) {
            return scope;
        }
        return scope.includes(port) ? PortScope.only(port) : PortScope.only();
    }

    /** Whether nothing is in scope. */
    public static boolean none(PortScope scope) {
        return scope instanceof PortScope.Only(var ports) && ports.isEmpty();
    }
}
