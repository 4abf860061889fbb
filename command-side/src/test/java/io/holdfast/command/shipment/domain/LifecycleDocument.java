package io.holdfast.command.shipment.domain;

import static io.holdfast.command.shipment.domain.Cases.*;
import static java.util.stream.Collectors.joining;

import io.holdfast.shipment.Finding;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.ShipmentState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** docs/lifecycle.md: what it says about each stage and command, and what the code would make it say. */
final class LifecycleDocument {
    static final Path FILE = Path.of("..", "docs", "lifecycle.md");
    private static final ReleaseKind FULL = ReleaseKind.FULL;
    private static final String MARK = "<!-- %s: kept in step with the code by LifecycleTableTest -->\n";

    private LifecycleDocument() {}

    /** Stages that differ in what they allow, by their name in the document. */
    static Map<String, ShipmentState> stages() {
        var stages = new LinkedHashMap<String, ShipmentState>();
        stages.put("no case", ShipmentState.NEW);
        stages.put("TARGETED", stage(targeted()));
        stages.put("TARGETED, assigned", stage(targeted(), claimed(ANN)));
        stages.put("TARGETED, exam ordered before the last hold went", stage(targeted(), held(), ordered(), unheld()));
        stages.put(
                "TARGETED, exam started before the last hold went",
                stage(targeted(), held(), ordered(), started(), unheld()));
        stages.put("TARGETED, brought back", stage(cleared(), demanded(), calledBack()));
        stages.put("HELD", stage(targeted(), held()));
        stages.put("HELD, exam ordered", stage(targeted(), held(), ordered()));
        stages.put("HELD, exam started", stage(targeted(), held(), ordered(), started()));
        stages.put("INSPECTED, nothing found, hold active", inspected(Finding.NO_DISCREPANCY));
        stages.put("INSPECTED, nothing found", inspected(Finding.NO_DISCREPANCY, unheld()));
        stages.put("INSPECTED, contraband found, hold active", inspected(Finding.CONTRABAND_PRESUMPTIVE));
        stages.put("INSPECTED, contraband found", inspected(Finding.CONTRABAND_PRESUMPTIVE, unheld()));
        stages.put(
                "INSPECTED, contraband found by the laboratory",
                inspected(Finding.UNRESOLVED_ANOMALY, unheld(), reported(Finding.CONTRABAND_CONFIRMED)));
        stages.put(
                "INSPECTED, seizure requested",
                inspected(Finding.CONTRABAND_PRESUMPTIVE, unheld(), requested(SeizureExtent.FULL)));
        stages.put("SEIZED", seizedStage(SeizureExtent.FULL));
        stages.put("SEIZED in part", seizedStage(SeizureExtent.PARTIAL, unheld()));
        stages.put("SEIZED in part, hold active", seizedStage(SeizureExtent.PARTIAL));
        stages.put(
                "SEIZED in part, remainder released",
                seizedStage(SeizureExtent.PARTIAL, unheld(), released(ReleaseKind.REMAINDER, NOW)));
        stages.put(
                "SEIZED, goods destroyed",
                seizedStage(
                        SeizureExtent.FULL,
                        new ShipmentEvent.GoodsDestroyed(ID, io.holdfast.value.Mass.ofKilograms("24"), "w", "m", NOW)));
        stages.put("RELEASED by screening", stage(cleared()));
        stages.put("RELEASED after an exam", inspected(Finding.NO_DISCREPANCY, unheld(), released(FULL, NOW)));
        stages.put("RELEASED, redelivery demanded", stage(cleared(), demanded()));
        stages.put(
                "RELEASED more than 30 days ago",
                stage(targeted(), released(FULL, NOW.minus(Duration.ofDays(30)).minusMillis(1))));
        stages.put("HELD, goods presented", presented(NOW.plus(Duration.ofDays(1))));
        stages.put("HELD, goods presented, time to decide is over", presented(NOW.minusMillis(1)));
        stages.put(
                "HELD, goods presented, that it is over is on record",
                presented(NOW.minusMillis(1), breached(LegalClock.DETENTION_DECISION, NOW.minusMillis(1))));
        stages.put(
                "HELD, detained",
                stage(
                        targeted(),
                        held(),
                        ordered(),
                        started(),
                        ticking(LegalClock.DETENTION_NOTICE, NOW.plus(Duration.ofDays(1)))));
        stages.put(
                "RELEASED on conditions",
                inspected(
                        Finding.NO_DISCREPANCY,
                        unheld(),
                        released(ReleaseKind.CONDITIONAL, NOW),
                        ticking(LegalClock.CONDITIONAL_RELEASE, NOW.plus(Duration.ofDays(1)))));
        return stages;
    }

    private static ShipmentState presented(Instant due, ShipmentEvent... then) {
        var events = new ArrayList<>(
                List.of(targeted(), held(), ordered(), started(), ticking(LegalClock.DETENTION_DECISION, due)));
        events.addAll(Arrays.asList(then));
        return stage(events.toArray(ShipmentEvent[]::new));
    }

    private static ShipmentState inspected(Finding finding, ShipmentEvent... then) {
        var events = new ArrayList<>(List.of(targeted(), held(), ordered(), started(), examined(finding)));
        events.addAll(Arrays.asList(then));
        return stage(events.toArray(ShipmentEvent[]::new));
    }

    private static ShipmentState seizedStage(SeizureExtent extent, ShipmentEvent... then) {
        var events = new ArrayList<>(List.of(requested(extent), seized(extent)));
        events.addAll(Arrays.asList(then));
        return inspected(Finding.CONTRABAND_PRESUMPTIVE, events.toArray(ShipmentEvent[]::new));
    }

    /**
     * A cell of the grid: the first letter of the next status, "." when a repetition does nothing, blank when refused.
     */
    static String cell(Lifecycle lifecycle, ShipmentState stage, ShipmentCommand command) {
        try {
            var events = lifecycle.decide(stage, command, new Act(SUE, NOW));
            ShipmentState after = stage;
            for (ShipmentEvent event : events) {
                after = after.after(event);
            }
            return events.isEmpty()
                    ? "."
                    : ((ShipmentState.Declared) after).status().name().substring(0, 1);
        } catch (CommandRefusedException refused) {
            return "";
        }
    }

    static String conditions() {
        return "| command | is allowed for |\n| --- | --- |\n"
                + TransitionTable.all().stream()
                        .map(move -> "| " + move.command().getSimpleName() + " | " + move.when() + " |\n")
                        .collect(joining());
    }

    static String legend() {
        var text = new StringBuilder();
        int number = 0;
        for (String name : stages().keySet()) {
            text.append(++number).append(". ").append(name).append('\n');
        }
        return text.toString();
    }

    static String grid(Lifecycle lifecycle) {
        var stages = List.copyOf(stages().values());
        var text = new StringBuilder("| |");
        for (int i = 1; i <= stages.size(); i++) {
            text.append(' ').append(i).append(" |");
        }
        text.append("\n| --- |").append(" --- |".repeat(stages.size())).append('\n');
        for (int row = 0; row < TransitionTable.all().size(); row++) {
            text.append("| ")
                    .append(TransitionTable.all().get(row).command().getSimpleName())
                    .append(" |");
            for (ShipmentState stage : stages) {
                String cell = cell(lifecycle, stage, commandsFor(stage).get(row));
                text.append(cell.isEmpty() ? " |" : " " + cell + " |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The text between the two marks of this name. */
    static String section(String name) throws IOException {
        String text = Files.readString(FILE);
        int from = text.indexOf(MARK.formatted(name));
        int to = text.indexOf("<!-- end -->", from);
        if (from < 0 || to < 0) {
            throw new AssertionError(FILE + " has no section marked " + name);
        }
        return text.substring(from + MARK.formatted(name).length(), to);
    }

    /** Rewrites a section after an intended change of the lifecycle: -Dholdfast.lifecycle.write=true. */
    static void write(String name, String content) throws IOException {
        String text = Files.readString(FILE);
        String old = MARK.formatted(name) + section(name);
        Files.writeString(FILE, text.replace(old, MARK.formatted(name) + content));
    }
}
