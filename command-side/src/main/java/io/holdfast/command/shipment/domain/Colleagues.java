package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Permission;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import java.util.Optional;
import java.util.Set;

/** The people that are known: those who have been here themselves, since nobody keeps a list of all there are. */
@FunctionalInterface
public interface Colleagues {
    /** The person of this name, as last seen; empty for one who has not been here. */
    Optional<Colleague> find(UserId name);

    /** What a person may do, and at which ports. */
    record Colleague(Set<Role> roles, PortScope scope) {
        public Colleague {
            roles = Set.copyOf(roles);
        }

        boolean worksCases() {
            return Permission.WORK_CASES.isGrantedTo(roles);
        }
    }

    /**
     * Refuses to give a case to who could not work it.
     *
     * @throws NotAssignableException for somebody who has not been here, works no cases, or not those of this port
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
