package io.holdfast.runtime.security;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Six users for the demo, one per role, who see every port; the password is the name. */
final class DemoUsers implements UserDetailsService {
    private final Map<String, Caller> callers = Arrays.stream(Role.values())
            .map(role ->
                    new Caller(new UserId(role.name().toLowerCase(Locale.ROOT)), Set.of(role), null, PortScope.all()))
            .collect(Collectors.toUnmodifiableMap(Caller::getName, caller -> caller));

    @Override
    public UserDetails loadUserByUsername(String name) {
        Caller caller = callers.get(name);
        if (caller == null) {
            throw new UsernameNotFoundException("No such demo user");
        }
        return new DemoUser(caller);
    }

    /** A demo user as Spring Security sees one. */
    static final class DemoUser extends User {
        private static final long serialVersionUID = 1L;

        private final transient Caller caller;

        DemoUser(Caller caller) {
            super(caller.getName(), "{noop}" + caller.getName(), caller.authorities());
            this.caller = caller;
        }

        Caller caller() {
            return caller;
        }
    }
}
