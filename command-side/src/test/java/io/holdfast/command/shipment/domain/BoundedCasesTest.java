package io.holdfast.command.shipment.domain;

import static io.holdfast.command.shipment.domain.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.*;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.value.InvalidValueException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a case keeps for its decisions is bounded, and one more is refused. New collections must be listed
 * here.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundedCasesTest {
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(Policies.REGULAR, _ -> new ScreeningDecision(SCREENING, null), Cases.EVERYBODY);

    /** Bounded by an enumeration: at most one element of each kind. */
    private static final Set<String> BY_KIND =
            Set.of("CaseDetails.laboratory", "Clocks.running", "ExamResult.findings", "ExamResult.techniques");

    /** Bounded by the maximum size of one command. */
    private static final Set<String> BY_TYPE =
            Set.of("SeizureRequest.lines", "ExamResult.measurements", "ExamResult.samples", "Declaration.attributes");

    /** Copied from the status before; nothing is added. */
    private static final Set<String> CARRIED_OVER = Set.of("Seized.holds");

    /** Bounded by a limit in the command that adds an element. */
    private static final List<Growing> BY_COMMANDS = List.of(
            new Growing("Held.holds", stage(targeted()), 50, (stage, n) -> on(stage, hold(n))),
            new Growing("Inspected.holds", inspected(), 50, (stage, n) -> on(stage, hold(n))),
            new Growing("Exams.byId", stage(targeted(), held()), 500, (stage, n) -> on(on(stage, order(n)), waive(n))),
            new Growing("CaseDetails.links", stage(targeted()), 500, (stage, n) -> on(stage, link(ID, other(n)))),
            new Growing("CaseDetails.links", stage(targeted()), 500, BoundedCasesTest::linkedBack));

    private record Growing(String collection, ShipmentState from, int most, Step one) {
        @Override
        public String toString() {
            return collection;
        }
    }

    private interface Step {
        ShipmentState more(ShipmentState stage, int n);
    }

    private static List<Growing> growing() {
        return BY_COMMANDS;
    }

    @Test
    void every_collection_that_a_case_remembers_is_known_to_be_bounded() {
        Set<String> known = new TreeSet<>(BY_KIND);
        known.addAll(BY_TYPE);
        known.addAll(CARRIED_OVER);
        BY_COMMANDS.forEach(growing -> known.add(growing.collection()));
        Set<String> found = new TreeSet<>();
        collect(ShipmentState.class, new HashSet<>(), found);
        assertThat(found).contains("CaseDetails.links").isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("growing")
    void what_commands_add_is_refused_beyond_its_most(Growing growing) {
        ShipmentState stage = growing.from();
        for (int n = 0; n < growing.most(); n++) {
            stage = growing.one().more(stage, n);
        }
        ShipmentState full = stage;
        assertThatThrownBy(() -> growing.one().more(full, growing.most()))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining(String.valueOf(growing.most()));
        assertThat(LIFECYCLE.decide(full, new AddNote(ID, new EntryId("n"), "all else goes on"), new Act(SUE, NOW)))
                .hasSize(1);
    }

    @Test
    void what_is_carried_over_does_not_grow() {
        assertThatThrownBy(() -> on(seizedInPart(), hold(0))).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void what_one_command_brings_is_refused_beyond_its_most() {
        refused(201, n -> new RequestSeizure(ID, REQUEST, SeizureExtent.PARTIAL, Collections.nCopies(n, line("1"))));
        refused(
                101,
                n -> new ExamResult(
                        List.of(Finding.NO_DISCREPANCY),
                        List.of(Technique.VISUAL),
                        List.of(),
                        IntStream.range(0, n)
                                .mapToObj(i -> new SampleId("s" + i))
                                .toList(),
                        null));
    }

    private static void refused(int one, IntFunction<Object> with) {
        assertThat(with.apply(one - 1)).isNotNull();
        assertThatThrownBy(() -> with.apply(one)).isInstanceOf(InvalidValueException.class);
    }

    private static ShipmentState inspected() {
        return stage(targeted(), held(), ordered(), started(), examined(Finding.NO_DISCREPANCY), unheld());
    }

    private static ShipmentState seizedInPart() {
        return stage(
                targeted(),
                held(),
                ordered(),
                started(),
                examined(Finding.CONTRABAND_CONFIRMED),
                unheld(),
                seized(SeizureExtent.PARTIAL, line("1")));
    }

    private static ShipmentState on(ShipmentState stage, ShipmentCommand command) {
        ShipmentState next = stage;
        for (ShipmentEvent event : LIFECYCLE.decide(stage, command, new Act(SUE, NOW))) {
            next = next.after(event);
        }
        return next;
    }

    private static ShipmentState linkedBack(ShipmentState stage, int n) {
        ShipmentState next = stage;
        for (ShipmentEvent event : LIFECYCLE.linkedBack(stage, link(other(n), ID), new Act(SUE, NOW))) {
            next = next.after(event);
        }
        return next;
    }

    private static PlaceHold hold(int n) {
        return new PlaceHold(ID, new HoldId("hold" + n), HoldType.MANIFEST, null, "check", "Pier 4");
    }

    private static OrderExam order(int n) {
        return new OrderExam(ID, new ExamId("exam" + n), ExamType.INTENSIVE, null, null);
    }

    private static WaiveExam waive(int n) {
        return new WaiveExam(ID, new ExamId("exam" + n), WaiverReason.DUPLICATE_TARGET, null);
    }

    private static ShipmentId other(int n) {
        return new ShipmentId("OTHER-" + n);
    }

    private static LinkCases link(ShipmentId from, ShipmentId to) {
        return new LinkCases(from, to, LinkRelation.values()[0]);
    }

    /** The collections of a type and of everything in it, as {@code Record.component}. */
    private static void collect(Class<?> type, Set<Class<?>> seen, Set<String> found) {
        if (!type.getName().startsWith("io.holdfast.") || !seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(each -> collect(each, seen, found));
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(component -> collect(component, seen, found));
        }
    }

    private static void collect(RecordComponent component, Set<Class<?>> seen, Set<String> found) {
        Class<?> type = component.getType();
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            found.add(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
            for (Type argument : ((ParameterizedType) component.getGenericType()).getActualTypeArguments()) {
                if (argument instanceof Class<?> element) {
                    collect(element, seen, found);
                }
            }
        }
        collect(type, seen, found);
    }
}
