package io.holdfast.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActorMetaDataTest {
    static Stream<Actor> actors() {
        return Stream.of(
                Actor.system(),
                actor(null, PortScope.all()),
                actor(new PortCode("2304"), PortScope.only(new PortCode("2304"))),
                actor(new PortCode("2304"), PortScope.only(new PortCode("2304"), new PortCode("KRPUS"))),
                actor(null, PortScope.only()));
    }

    @ParameterizedTest
    @MethodSource("actors")
    void an_actor_comes_back_from_the_metadata_as_it_was(Actor actor) {
        assertThat(ActorMetaData.actorOf(ActorMetaData.of(actor, "c-1"))).isEqualTo(actor);
    }

    @ParameterizedTest
    @MethodSource("actors")
    void every_value_is_a_string(Actor actor) {
        assertThat(ActorMetaData.of(actor, "c-1").values()).allMatch(String.class::isInstance);
    }

    @Test
    void without_a_scope_no_port_is_in_it() {
        MetaData asOnAnEvent = ActorMetaData.of(Actor.system(), "c-1").withoutKeys(Set.of(ActorMetaData.SCOPE));

        assertThat(ActorMetaData.actorOf(asOnAnEvent).scope()).isEqualTo(PortScope.only());
    }

    @Test
    void metadata_without_an_actor_is_refused() {
        assertThatThrownBy(() -> ActorMetaData.actorOf(MetaData.emptyInstance()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("actor is required");
    }

    @Test
    void a_role_that_does_not_exist_is_refused() {
        MetaData wrong = ActorMetaData.of(Actor.system(), "c-1").and("roles", "ADMIN,GOD");

        assertThatThrownBy(() -> ActorMetaData.actorOf(wrong)).hasMessageContaining("roles must be names of roles");
    }

    private static Actor actor(PortCode home, PortScope scope) {
        return new Actor(new UserId("jane"), Set.of(Role.SUPERVISOR, Role.INSPECTOR), home, scope, "10.0.0.7");
    }
}
