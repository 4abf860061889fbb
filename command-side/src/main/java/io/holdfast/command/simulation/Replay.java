package io.holdfast.command.simulation;

import io.holdfast.command.targeting.Screener;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.targeting.SimulationResult.Change;
import io.holdfast.targeting.SimulationResult.PortLoad;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Screens the declarations of a period with a draft and with the active version, and counts the results. It keeps no
 * declaration: its memory is a table of ports and days. Not thread-safe.
 */
final class Replay {
    private final LocalDate from;
    private final LocalDate to;
    private final int days;
    private final Screener draft;
    private final Screener active;
    private final Counts draftCounts = new Counts();
    private final Counts activeCounts = new Counts();
    private final Map<String, Ports> ports = new TreeMap<>();
    private long declarations;
    private long knownHits;
    private long knownInnocent;
    private double innocentHours;
    private long hitsKept;
    private long hitsLost;
    private long hitsGained;
    private long newUnknown;
    private long newPending;
    private long innocentSpared;
    private long innocentAdded;
    private double hoursSaved;
    private double hoursAdded;

    private record Ports(PortDays draft, PortDays active) {}

    /**
     * @param from the first day
     * @param to the last day, not before the first
     */
    Replay(LocalDate from, LocalDate to, Screener draft, Screener active) {
        this.from = from;
        this.to = to;
        this.days = Math.toIntExact(to.toEpochDay() - from.toEpochDay() + 1);
        this.draft = draft;
        this.active = active;
    }

    /** The number of declarations screened so far. */
    long declarations() {
        return declarations;
    }

    /** @param shipment a shipment declared within the period */
    void add(LabelledShipment shipment) {
        var byDraft = draft.screen(shipment.declaration());
        var byActive = active.screen(shipment.declaration());
        declarations++;
        know(shipment);
        draftCounts.add(shipment, byDraft);
        activeCounts.add(shipment, byActive);
        compare(shipment, byDraft.selected(), byActive.selected());
        count(shipment, byDraft.selected(), byActive.selected());
    }

    private void know(LabelledShipment shipment) {
        if (shipment.outcome() == Outcome.POSITIVE) {
            knownHits++;
        } else if (shipment.outcome() == Outcome.NEGATIVE) {
            knownInnocent++;
            innocentHours += shipment.hoursHeld();
        }
    }

    private void compare(LabelledShipment shipment, boolean byDraft, boolean byActive) {
        if (byDraft && byActive) {
            hitsKept += shipment.outcome() == Outcome.POSITIVE ? 1 : 0;
        } else if (byActive) {
            dropped(shipment);
        } else if (byDraft) {
            taken(shipment);
        }
    }

    private void dropped(LabelledShipment shipment) {
        switch (shipment.outcome()) {
            case POSITIVE -> hitsLost++;
            case NEGATIVE -> {
                innocentSpared++;
                hoursSaved += shipment.hoursHeld();
            }
            case PENDING, UNKNOWN -> {}
        }
    }

    private void taken(LabelledShipment shipment) {
        switch (shipment.outcome()) {
            case POSITIVE -> hitsGained++;
            case NEGATIVE -> {
                innocentAdded++;
                hoursAdded += shipment.hoursHeld();
            }
            case PENDING -> newPending++;
            case UNKNOWN -> newUnknown++;
        }
    }

    private void count(LabelledShipment shipment, boolean byDraft, boolean byActive) {
        if (!byDraft && !byActive) {
            return;
        }
        String port = shipment.port().value();
        Ports known = ports.get(port);
        if (known == null) {
            if (ports.size() == SimulationResult.MAX_PORTS) {
                return;
            }
            known = new Ports(new PortDays(from, days), new PortDays(from, days));
            ports.put(port, known);
        }
        if (byDraft) {
            known.draft().add(shipment.declaredOn());
        }
        if (byActive) {
            known.active().add(shipment.declaredOn());
        }
    }

    /** @param capacity the exam capacity of the ports, as the draft states it */
    SimulationResult result(RuleSetRef against, ExamCapacity capacity) {
        boolean withDays = 2L * ports.size() * days <= SimulationResult.MAX_PORT_DAYS;
        List<PortLoad> loads = new ArrayList<>();
        ports.forEach((code, counted) -> {
            var port = new PortCode(code);
            Integer limit = capacity.of(port);
            loads.add(new PortLoad(
                    port,
                    limit,
                    counted.draft().load(limit, withDays),
                    counted.active().load(limit, withDays)));
        });
        return new SimulationResult(
                from,
                to,
                against,
                declarations,
                knownHits,
                draftCounts.selected(),
                activeCounts.selected(),
                change(),
                loads);
    }

    private Change change() {
        double each = knownInnocent == 0 ? 0 : innocentHours / knownInnocent;
        return new Change(
                hitsKept,
                hitsLost,
                hitsGained,
                newUnknown,
                newPending,
                innocentSpared,
                innocentAdded,
                hoursSaved,
                hoursAdded,
                hoursAdded + newUnknown * each);
    }
}
