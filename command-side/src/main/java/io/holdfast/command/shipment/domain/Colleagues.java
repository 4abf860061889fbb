package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Permission;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import java.util.Optional;
import java.util.Set;

/** The users that are known: those who have used the system, since there is no list of all users. */
@FunctionalInterface
public interface Colleagues {
    /** The user of this name, as last seen; empty for one who has never used the system. */
    Optional<Colleague> find(UserId name);

    /** The roles of a user, and the ports they work at. */
    record Colleague(Set<Role> roles, PortScope scope) {
        public Colleague {
            roles = Set.copyOf(roles);
        }

        boolean worksCases() {
            return Permission.WORK_CASES.isGrantedTo(roles);
        }
    }

    /**
     * Checks that a case of this port can be assigned to a user.
     *
     * @throws NotAssignableException for a user who has never used the system, does not work cases, or not at this port
     */
    default void checkAssignable(UserId person, PortCode port) {
        Colleague colleague =
                find(person).orElseThrow(() -> new NotAssignableException(person, "has never signed in here"));
        if (!colleague.worksCases()) {
            throw new NotAssignableException(person, "works no cases: that needs role INSPECTOR or SUPERVISOR");
        }
        if (!colleague.scope().includes(port)) {
            throw new NotAssignableException(person, "does not work at port " + port.value());
        }
    }
}
