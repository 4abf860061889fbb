package io.holdfast.command.shipment.domain;

import static io.holdfast.command.shipment.domain.Cases.ANN;
import static io.holdfast.command.shipment.domain.Cases.NOW;
import static io.holdfast.command.shipment.domain.Cases.PAT;
import static io.holdfast.command.shipment.domain.Cases.SCREENING;
import static io.holdfast.command.shipment.domain.Cases.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.Actor;
import io.holdfast.command.Extremes;
import io.holdfast.runtime.axon.AxonSerializers;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.CustodyDiscrepancyFound;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Mass;
import io.holdfast.value.Sealed;
import io.holdfast.value.Text;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a shipment accepts is read back unchanged, whatever the command contained. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingBackTest {
    private static final int STAGES = 1;

    private static final Lifecycle LIFECYCLE =
            new Lifecycle(Policies.REGULAR, _ -> new ScreeningDecision(SCREENING, null), Cases.EVERYBODY);
    private static final List<Actor> PEOPLE = List.of(SUE, PAT, ANN, Actor.system());

    private final Serializer serializer = AxonSerializers.events();

    static Stream<Class<? extends ShipmentCommand>> commands() {
        return Sealed.kindsOf(ShipmentCommand.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_refused_or_its_events_are_read_back_equal(Class<?> command) throws IOException {
        int accepted = 0;
        for (ShipmentState stage : LifecycleDocument.stages().values()) {
            accepted += accepted < STAGES && readBack(stage, command) ? 1 : 0;
        }
        assertThat(accepted).as("stages that allow %s", command.getSimpleName()).isPositive();
    }

    private boolean readBack(ShipmentState stage, Class<?> type) {
        ShipmentCommand sample = Cases.commandsFor(stage).stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
        Actor who = PEOPLE.stream()
                .filter(person -> !decided(stage, sample, person).isEmpty())
                .findFirst()
                .orElse(null);
        if (who == null) {
            return false;
        }
        Extremes.of(sample).map(ShipmentCommand.class::cast).forEach(command -> {
            assertThat(Text.hasInvisible(command.toString()))
                    .as(command.toString())
                    .isFalse();
            decided(stage, command, who).forEach(this::isReadBack);
        });
        return true;
    }

    private static List<ShipmentEvent> decided(ShipmentState stage, ShipmentCommand command, Actor who) {
        try {
            return LIFECYCLE.decide(stage, command, new Act(who, NOW));
        } catch (CommandRefusedException | InvalidValueException _) {
            return List.of();
        }
    }

    @Test
    void every_event_that_can_be_made_is_read_back_equal() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (ShipmentState stage : LifecycleDocument.stages().values()) {
            for (ShipmentCommand command : Cases.commandsFor(stage)) {
                for (Actor who : PEOPLE) {
                    for (ShipmentEvent event : decided(stage, command, who)) {
                        if (seen.add(event.getClass())) {
                            Extremes.of(event).forEach(this::isReadBack);
                        }
                    }
                }
            }
        }
        isReadBack(new CustodyDiscrepancyFound(Cases.ID, Mass.ofKilograms("1"), Mass.ofKilograms("2"), NOW));
        seen.add(CustodyDiscrepancyFound.class);
        Set<Class<?>> missing = new HashSet<>(Set.of(ShipmentEvent.class.getPermittedSubclasses()));
        missing.removeAll(seen);
        assertThat(missing).isEmpty();
    }

    private void isReadBack(Object event) {
        var stored = serializer.serialize(event, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
    }
}
