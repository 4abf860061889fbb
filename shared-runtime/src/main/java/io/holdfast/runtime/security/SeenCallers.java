package io.holdfast.runtime.security;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * The persons who have used Holdfast, with the roles and ports of their last token. The list of all persons is kept by
 * the identity provider, and Holdfast does not read it, so a person becomes known with the first request.
 */
public interface SeenCallers {
    /** A person, as last described by the identity provider. */
    record SeenCaller(UserId id, Set<Role> roles, PortScope scope) {
        public SeenCaller {
            roles = Set.copyOf(roles);
        }
    }

    /** Records that this person sent a request; does not report failures. */
    void seen(SeenCaller caller);

    /** The person of this name; empty for one who has never sent a request. */
    Optional<SeenCaller> find(UserId id);
}
