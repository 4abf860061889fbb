package io.holdfast.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.value.PortCode;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActorTest {
    private static final PortCode BUSAN = new PortCode("KRPUS");
    private static final PortCode LAREDO = new PortCode("2304");

    @Test
    void a_scope_includes_its_ports_and_no_other() {
        assertThat(PortScope.only(BUSAN).includes(BUSAN)).isTrue();
        assertThat(PortScope.only(BUSAN).includes(LAREDO)).isFalse();
        assertThat(PortScope.only().includes(BUSAN)).isFalse();
        assertThat(PortScope.all().includes(LAREDO)).isTrue();
    }

    @Test
    void nobody_acts_without_a_name_a_role_or_an_address() {
        Set<Role> roles = Set.of(Role.INSPECTOR);
        UserId jane = new UserId("jane");

        assertThatThrownBy(() -> new Actor(null, roles, null, PortScope.all(), "local"))
                .hasMessage("actor.id is required");
        assertThatThrownBy(() -> new Actor(jane, Set.of(), null, PortScope.all(), "local"))
                .hasMessage("actor.roles must not be empty");
        assertThatThrownBy(() -> new Actor(jane, roles, null, PortScope.all(), " "))
                .hasMessage("actor.address is required");
    }

    @Test
    void the_system_runs_things_and_works_no_case() {
        assertThat(Actor.system().is(Role.ADMIN)).isTrue();
        assertThat(Actor.system().is(Role.INSPECTOR)).isFalse();
    }
}
