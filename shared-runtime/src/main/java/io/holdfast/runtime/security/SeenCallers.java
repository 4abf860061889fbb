package io.holdfast.runtime.security;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Who has been here, with the roles and ports of the last token that the person showed. The identity provider keeps the list of
 * people, and Holdfast is not asked to read it: a person is known from the first request on.
 */
public interface SeenCallers {
    /** Somebody, as the identity provider described the person last. */
    record SeenCaller(UserId id, Set<Role> roles, PortScope scope) {
        public SeenCaller {
            roles = Set.copyOf(roles);
        }
    }

    /** Takes down that this person is here; says nothing when it cannot. */
    void seen(SeenCaller caller);

    /** The person of this name; empty for one who has not been here. */
    Optional<SeenCaller> find(UserId id);
}
