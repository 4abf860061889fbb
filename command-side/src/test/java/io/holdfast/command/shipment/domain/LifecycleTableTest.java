package io.holdfast.command.shipment.domain;

import static io.holdfast.command.shipment.domain.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.OfClock;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.value.Sealed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks every stage against every command, as docs/lifecycle.md says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleTableTest {
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(Policies.REGULAR, _ -> new ScreeningDecision(SCREENING, null), Cases.EVERYBODY);

    @BeforeAll
    static void rewriteWhenAskedTo() throws IOException {
        if (Boolean.getBoolean("holdfast.lifecycle.write")) {
            LifecycleDocument.write("conditions", LifecycleDocument.conditions());
            LifecycleDocument.write("stages", LifecycleDocument.legend());
            LifecycleDocument.write("grid", LifecycleDocument.grid(LIFECYCLE));
        }
    }

    static Stream<Arguments> everyPair() throws IOException {
        var rows = LifecycleDocument.section("grid").lines().skip(2).toList();
        var pairs = new ArrayList<Arguments>();
        int column = 0;
        for (Map.Entry<String, ShipmentState> stage : LifecycleDocument.stages().entrySet()) {
            column++;
            var commands = commandsFor(stage.getValue());
            assertThat(rows).as("rows of the grid").hasSameSizeAs(commands);
            for (int row = 0; row < commands.size(); row++) {
                String[] cells = rows.get(row).split("\\|", -1);
                ShipmentCommand command = commands.get(row);
                assertThat(cells[1].strip()).isEqualTo(command.getClass().getSimpleName());
                pairs.add(Arguments.of(
                        command.getClass().getSimpleName(),
                        stage.getKey(),
                        command,
                        stage.getValue(),
                        cells[column + 1].strip()));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("everyPair")
    void does_what_the_document_says(
            String name, String where, ShipmentCommand command, ShipmentState stage, String expected) {
        assertThat(LifecycleDocument.cell(LIFECYCLE, stage, command)).isEqualTo(expected);
        boolean isNew = !expected.isEmpty() && !expected.equals(".");
        assertThat(LIFECYCLE.allowed(stage, NOW).contains(name)).isEqualTo(isNew && !(command instanceof OfClock));
        if (expected.isEmpty()) {
            assertThatThrownBy(() -> LIFECYCLE.decide(stage, command, new Act(SUE, NOW)))
                    .isInstanceOfAny(
                            IllegalTransitionException.class,
                            NoSuchShipmentException.class,
                            RedeliveryPeriodOverException.class)
                    .satisfies(refused -> tellsWhatIsAllowed(refused, stage));
        }
    }

    private static void tellsWhatIsAllowed(Throwable refused, ShipmentState stage) {
        if (refused instanceof IllegalTransitionException illegal) {
            assertThat(illegal.allowed()).isEqualTo(LIFECYCLE.allowed(stage, NOW));
            assertThat(illegal.status()).isEqualTo(((ShipmentState.Declared) stage).status());
        }
    }

    @Test
    void every_command_has_a_row_and_an_example() {
        var commands =
                Sealed.kindsOf(ShipmentCommand.class).map(Object.class::cast).toList();
        assertThat(TransitionTable.all())
                .extracting(TransitionTable.Transition::command)
                .map(Object.class::cast)
                .containsExactlyInAnyOrderElementsOf(commands);
        assertThat(commandsFor(ShipmentState.NEW))
                .extracting(Object::getClass)
                .map(Object.class::cast)
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void the_document_lists_the_conditions_of_the_code() throws IOException {
        assertThat(LifecycleDocument.section("conditions")).isEqualTo(LifecycleDocument.conditions());
        assertThat(LifecycleDocument.section("stages")).isEqualTo(LifecycleDocument.legend());
    }

    @Test
    void the_grid_has_every_status_and_no_stage_twice() {
        var stages = LifecycleDocument.stages();
        assertThat(stages.values().stream().map(Object::toString)).doesNotHaveDuplicates();
        var statuses = Arrays.asList(io.holdfast.shipment.state.Status.values());
        assertThat(stages.values().stream()
                        .filter(ShipmentState.Declared.class::isInstance)
                        .map(stage -> ((ShipmentState.Declared) stage).status()))
                .containsAll(statuses);
    }
}
