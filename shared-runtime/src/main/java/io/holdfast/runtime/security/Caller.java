package io.holdfast.runtime.security;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * An authenticated person, as described by the identity provider.
 *
 * @param roles empty for a known person without any role here
 * @param homePort the person's port of duty, if any
 */
record Caller(UserId id, Set<Role> roles, @Nullable PortCode homePort, PortScope scope)
        implements AuthenticatedPrincipal {
    /** @throws io.holdfast.value.InvalidValueException for a name that cannot be a person's */
    Caller {
        id.ofPerson("sub");
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return id.value();
    }

    List<GrantedAuthority> authorities() {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    SeenCallers.SeenCaller asSeen() {
        return new SeenCallers.SeenCaller(id, roles, scope);
    }

    /**
     * The caller as an actor with this address.
     *
     * @throws io.holdfast.value.InvalidValueException for a caller without a role
     */
    Actor at(String address) {
        return new Actor(id, roles, homePort, scope, address);
    }
}
