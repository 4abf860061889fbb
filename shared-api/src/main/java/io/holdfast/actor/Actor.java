package io.holdfast.actor;

import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. Always taken from the authenticated principal and the connection, never from what the caller sends.
 *
 * @param id who
 * @param roles what the person may do; at least one
 * @param homePort where the person is on duty, if anywhere; remembered with each act
 * @param scope the ports whose cases the person sees and works
 * @param address the network address of the caller; {@code local} for the system itself
 */
public record Actor(UserId id, Set<Role> roles, @Nullable PortCode homePort, PortScope scope, String address) {
    private static final String HERE = "local";

    /** @throws io.holdfast.value.InvalidValueException without an id or a role, or for a reserved name that came over a network */
    public Actor {
        Check.present(id, "actor.id");
        if (!id.equals(UserId.SYSTEM) || !HERE.equals(address)) {
            id.ofPerson("actor.id");
        }
        roles = Set.copyOf(Check.notEmpty(roles, "actor.roles", Role.values().length));
        Check.present(scope, "actor.scope");
        Check.text(address, "actor.address", 64);
    }

    /** The system itself: automations and the publishing of the default rule set. */
    public static Actor system() {
        return new Actor(UserId.SYSTEM, Set.of(Role.ADMIN), null, PortScope.all(), HERE);
    }

    /** Whether one of the person's roles allows this. */
    public boolean may(Permission permission) {
        return permission.isGrantedTo(roles);
    }
}
