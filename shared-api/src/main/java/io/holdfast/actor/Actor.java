package io.holdfast.actor;

import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or system that acts, as authenticated; never taken from the request body.
 *
 * @param id the person or system
 * @param roles what the person may do; at least one
 * @param homePort the person's port of duty, if any; recorded with each command and event
 * @param scope the ports whose cases the person may see and work on
 * @param address the network address of the caller; {@code local} for the system itself
 */
public record Actor(UserId id, Set<Role> roles, @Nullable PortCode homePort, PortScope scope, String address) {
    private static final String HERE = "local";

    /**
     * @throws io.holdfast.value.InvalidValueException if the id or the roles are missing, or for a reserved name that
     *     came over a network
     */
    public Actor {
        Check.present(id, "actor.id");
        if (!id.equals(UserId.SYSTEM) || !HERE.equals(address)) {
            id.ofPerson("actor.id");
        }
        roles = Set.copyOf(Check.notEmpty(roles, "actor.roles", Role.values().length));
        Check.present(scope, "actor.scope");
        Check.text(address, "actor.address", 64);
    }

    /** The system itself: used by automations and to publish the default rule set. */
    public static Actor system() {
        return new Actor(UserId.SYSTEM, Set.of(Role.ADMIN), null, PortScope.all(), HERE);
    }

    /** Whether any of the person's roles grants this permission. */
    public boolean may(Permission permission) {
        return permission.isGrantedTo(roles);
    }
}
