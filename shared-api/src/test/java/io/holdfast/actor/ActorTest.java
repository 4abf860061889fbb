package io.holdfast.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"holdfast", "Holdfast", "system", "SYSTEM", "me", "none", "nobody", "anonymous", "anonymousUser"
            })
    void a_name_that_is_no_persons_comes_over_no_network(String reserved) {
        var name = new UserId(reserved);

        assertThat(name.isReserved()).isTrue();
        assertThatThrownBy(() -> new Actor(name, Set.of(Role.ANALYST), null, PortScope.all(), "10.1.2.3"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> name.ofPerson("assignee")).hasMessageStartingWith("assignee must be a person's name");
    }

    @Test
    void the_system_alone_has_its_name_and_only_here() {
        assertThat(Actor.system().id()).isEqualTo(UserId.SYSTEM);
        assertThatThrownBy(() -> new Actor(new UserId("system"), Set.of(Role.ADMIN), null, PortScope.all(), "local"))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_name_is_taken_to_the_letter_and_a_second_person_differs_in_more_than_case() {
        var jane = new UserId("jane@example.gov");
        var shouting = new UserId("Jane@Example.GOV");

        assertThat(jane).isNotEqualTo(shouting);
        assertThat(jane.mayBe(shouting)).isTrue();
        assertThat(jane.mayBe(new UserId("joan@example.gov"))).isFalse();
        assertThatThrownBy(() -> new UserId("jane\u200b")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new UserId("jane ")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_system_runs_things_and_works_no_case() {
        assertThat(Actor.system().may(Permission.OPERATE)).isTrue();
        assertThat(Actor.system().may(Permission.WORK_CASES)).isFalse();
    }
}
