package io.holdfast.runtime.security;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * The demo users, one per role, with access to every port; the password equals the name. There are two analysts,
 * because a second one has to approve what the first one drafts.
 */
final class DemoUsers implements UserDetailsService, SeenCallers {
    private static final String SECOND_ANALYST = "analyst2";

    private final Map<String, Caller> callers = Stream.concat(
                    Arrays.stream(Role.values()).map(role -> caller(role.name().toLowerCase(Locale.ROOT), role)),
                    Stream.of(caller(SECOND_ANALYST, Role.ANALYST)))
            .collect(Collectors.toUnmodifiableMap(Caller::getName, caller -> caller));

    private static Caller caller(String name, Role role) {
        return new Caller(new UserId(name), Set.of(role), null, PortScope.all());
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Caller caller = callers.get(name);
        if (caller == null) {
            throw new UsernameNotFoundException("No such demo user");
        }
        return new DemoUser(caller);
    }

    /** Does nothing: demo users are known from the start. */
    @Override
    public void seen(SeenCaller caller) {}

    @Override
    public Optional<SeenCaller> find(UserId id) {
        return Optional.ofNullable(callers.get(id.value())).map(Caller::asSeen);
    }

    /** A demo user in the form that Spring Security needs. */
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
