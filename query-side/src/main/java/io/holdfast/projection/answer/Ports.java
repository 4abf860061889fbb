package io.holdfast.projection.answer;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/** Helpers for port scopes. */
public final class Ports {
    private Ports() {}

    /**
     * The scope limited to one port, if one is given. A port outside the scope leaves an empty scope, as if it did not
     * exist.
     */
    public static PortScope narrowed(PortScope scope, @Nullable PortCode port) {
        if (port == null) {
            return scope;
        }
        return scope.includes(port) ? PortScope.only(port) : PortScope.only();
    }

    /** Whether the scope contains no port. */
    public static boolean none(PortScope scope) {
        return scope instanceof PortScope.Only(var ports) && ports.isEmpty();
    }
}
