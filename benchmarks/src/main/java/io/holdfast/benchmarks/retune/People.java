package io.holdfast.benchmarks.retune;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import java.util.Set;

/** The users of a replay. */
final class People {
    static final Actor ANALYST = person("analyst", Role.ANALYST);
    /** Approves the analyst's drafts. */
    static final Actor SECOND_ANALYST = person("second-analyst", Role.ANALYST);

    static final Actor INSPECTOR = person("inspector", Role.INSPECTOR);

    private People() {}

    private static Actor person(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), null, PortScope.all(), "127.0.0.1");
    }
}
