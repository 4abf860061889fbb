package io.holdfast.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.RuleSetEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventNamesTest {
    static Stream<Class<?>> events() {
        return Stream.of(ShipmentEvent.class, RuleSetEvent.class, DraftEvent.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_name_that_leads_back_to_it(Class<?> event) {
        assertThat(EventNames.of(event)).as("name of %s", event).isPresent();
        assertThat(EventNames.type(EventNames.of(event).orElseThrow())).contains(event);
    }

    @Test
    void names_differ_and_say_of_what_they_are() {
        assertThat(EventNames.all())
                .extracting(EventName::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(shipment|rule-set)\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void nothing_but_events_has_a_name() {
        assertThat(EventNames.all()).hasSize((int) events().count());
        assertThat(EventNames.of(String.class)).isEmpty();
        assertThat(EventNames.type(new EventName("shipment.hold-placed", "99"))).isEmpty();
    }
}
