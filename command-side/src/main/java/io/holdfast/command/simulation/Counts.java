package io.holdfast.command.simulation;

import io.holdfast.command.targeting.FailureCounts;
import io.holdfast.query.LabelledShipment;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.targeting.SimulationResult.Selected;

/** Counts what one rule set selects, and which of its rules could not be evaluated. */
final class Counts {
    private final FailureCounts failures = new FailureCounts();
    private long byRules;
    private long atRandom;
    private long hits;
    private long innocent;
    private long pending;
    private long unknown;
    private double innocentHours;

    void add(LabelledShipment shipment, ScreeningDecision decision) {
        failures.add(decision.screening());
        if (!decision.selected()) {
            return;
        }
        if (decision.basis() == SelectionBasis.RANDOM) {
            atRandom++;
        } else {
            byRules++;
        }
        switch (shipment.outcome()) {
            case POSITIVE -> hits++;
            case NEGATIVE -> {
                innocent++;
                innocentHours += shipment.hoursHeld();
            }
            case PENDING -> pending++;
            case UNKNOWN -> unknown++;
        }
    }

    Selected selected() {
        return new Selected(byRules, atRandom, hits, innocent, pending, unknown, innocentHours, failures.all());
    }
}
