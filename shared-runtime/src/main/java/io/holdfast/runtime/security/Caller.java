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
 * Whoever was authenticated, as the identity provider describes the person.
 *
 * @param roles none for a person who is known and may do nothing here
 * @param homePort where the person is on duty, if anywhere
 */
record Caller(UserId id, Set<Role> roles, @Nullable PortCode homePort, PortScope scope)
        implements AuthenticatedPrincipal {
    /** @throws io.holdfast.value.InvalidValueException for a name that is no person's */
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

    /** The caller on this connection. @throws io.holdfast.value.InvalidValueException for a caller without a role */
    Actor at(String address) {
        return new Actor(id, roles, homePort, scope, address);
    }
}
