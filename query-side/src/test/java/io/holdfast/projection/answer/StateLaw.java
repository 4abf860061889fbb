package io.holdfast.projection.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.Exam;
import io.holdfast.shipment.state.ShipmentState;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Inspected;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.shipment.state.Status;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a read model says about a shipment must equal what the state folded from its events says. */
public final class StateLaw {
    /** The facts about a shipment that are compared. */
    public enum Aspect {
        STATUS,
        /** By identifier, in the order in which they were placed. */
        HOLDS,
        CLOCKS,
        /** Empty when the case is unassigned. */
        ASSIGNEE,
        ASSIGNED,
        RELEASED,
        /** Identifiers of the exams that are ordered or in progress. */
        OPEN_EXAMS,
        COMPLETED_EXAMS,
        /** Identifiers of the requests that wait for a second person. */
        PENDING
    }

    /** Compares after this many events each: an error in between may be gone again at the end. */
    private static final int STEP = 10;

    private StateLaw() {}

    /**
     * Checks, all along the history, that every document with the identifier of a shipment says something about it, and
     * only what the state says, and that no shipment is missing.
     *
     * @param said what a document says; empty for one about something else
     */
    public static void check(
            Projection projection, List<ShipmentEvent> history, Function<Object, Map<Aspect, Object>> said) {
        var deliveries = new Deliveries(projection);
        var states = new TreeMap<String, ShipmentState>();
        List<ProjectedEvent> events = Deliveries.projected(history);
        for (int from = 0; from < events.size(); from += STEP) {
            int to = Math.min(from + STEP, events.size());
            deliveries.deliver(events.subList(from, to));
            fold(states, history.subList(from, to));
            agree(states, deliveries.documents(), said);
        }
    }

    private static void agree(
            Map<String, ShipmentState> states,
            Map<String, Map<String, Object>> documents,
            Function<Object, Map<Aspect, Object>> said) {
        int collections = 0;
        for (var collection : documents.entrySet()) {
            if (states.keySet().stream().anyMatch(collection.getValue()::containsKey)) {
                collections++;
                assertThat(collection.getValue().keySet())
                        .as(collection.getKey())
                        .containsAll(states.keySet());
                collection.getValue().forEach((id, document) -> agrees(states.get(id), said.apply(document), document));
            }
        }
        assertThat(collections).as("collections with a document per shipment").isPositive();
    }

    /** All aspects that a projection covers. */
    public static Set<Aspect> aspects(
            Projection projection, List<ShipmentEvent> history, Function<Object, Map<Aspect, Object>> said) {
        return new Deliveries(projection)
                .deliver(Deliveries.projected(history)).documents().values().stream()
                        .flatMap(documents -> documents.values().stream())
                        .flatMap(document -> said.apply(document).keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void agrees(ShipmentState state, Map<Aspect, Object> said, Object document) {
        assertThat(said).as("what is said by %s", document.getClass()).isNotEmpty();
        Map<Aspect, Object> expected = of(state);
        expected.keySet().retainAll(said.keySet());
        assertThat(said).as("%s of %s", document, state).isEqualTo(expected);
    }

    private static void fold(Map<String, ShipmentState> states, List<ShipmentEvent> history) {
        history.forEach(event -> states.merge(
                event.shipmentId().value(), ShipmentState.NEW.after(event), (before, _) -> before.after(event)));
    }

    private static Map<Aspect, Object> of(ShipmentState state) {
        var said = new EnumMap<Aspect, Object>(Aspect.class);
        if (state instanceof Declared d) {
            said.put(Aspect.STATUS, d.status());
            said.put(Aspect.HOLDS, List.copyOf(d.holds().entrySet()));
            said.put(Aspect.CLOCKS, d.details().clocks().running());
            said.put(
                    Aspect.ASSIGNEE,
                    d.details().assignee() == null ? "" : d.details().assignee().value());
            said.put(Aspect.ASSIGNED, d.details().assignee() != null);
            said.put(Aspect.RELEASED, d.status() == Status.RELEASED);
            said.put(Aspect.OPEN_EXAMS, openExams(d));
            said.put(Aspect.COMPLETED_EXAMS, completedExams(d));
            said.put(Aspect.PENDING, pending(d));
        }
        return said;
    }

    private static TreeSet<String> openExams(Declared d) {
        var open = new TreeSet<String>();
        d.details().exams().byId().forEach((id, exam) -> {
            if (exam instanceof Exam.Ordered || exam instanceof Exam.Started) {
                open.add(id.value());
            }
        });
        return open;
    }

    private static long completedExams(Declared d) {
        return d.details().exams().byId().values().stream()
                .filter(Exam.Completed.class::isInstance)
                .count();
    }

    private static List<String> pending(Declared d) {
        return switch (d) {
            case Inspected i
            when i.pending() != null -> List.of(i.pending().id().value());
            case Released r when r.pending() != null -> List.of(r.pending().id().value());
            default -> List.of();
        };
    }

    /** How many shipments have each status, according to the state. */
    public static Map<Object, Long> byStatus(List<ShipmentEvent> history) {
        var count = new HashMap<Object, Long>();
        var states = new TreeMap<String, ShipmentState>();
        fold(states, history);
        states.values().forEach(state -> {
            if (state instanceof Declared d) {
                count.merge(d.status(), 1L, Long::sum);
            }
        });
        return count;
    }
}
