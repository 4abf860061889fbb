package io.holdfast.shipment.state;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.DemandId;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.SeizureRequestId;
import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shipment, folded from its events. Each status has its own type, which holds only what is possible in
 * that status.
 */
public sealed interface ShipmentState {
    /** Before the first event. */
    ShipmentState NEW = new Undeclared();

    /** The state after this event. The fold is total: no event in any state makes it fail, so replay cannot fail. */
    default ShipmentState after(ShipmentEvent event) {
        return Evolution.after(this, event);
    }

    /** No case yet. */
    record Undeclared() implements ShipmentState {}

    /** A shipment with a case. */
    sealed interface Declared extends ShipmentState {
        /** The part of the state that does not depend on the status. */
        CaseDetails details();

        /** The active holds, in the order in which they were placed. */
        default Map<HoldId, HoldType> holds() {
            return Map.of();
        }

        /** The status, one of five. */
        Status status();

        /** Status and holds. */
        default CaseStatus caseStatus() {
            return new CaseStatus(status(), holds());
        }
    }

    /** Selected; there is no hold, and nothing has been examined since the case was opened. */
    record Targeted(CaseDetails details) implements Declared {
        @Override
        public Status status() {
            return Status.TARGETED;
        }
    }

    /** At least one hold is active, and nothing has been examined since the case was opened. */
    record Held(CaseDetails details, Map<HoldId, HoldType> holds) implements Declared {
        public Held {
            if (holds.isEmpty()) {
                throw new IllegalArgumentException("held by nothing");
            }
        }

        @Override
        public Status status() {
            return Status.HELD;
        }
    }

    /** Examined, held or not; a seizure request may wait for a supervisor. */
    record Inspected(
            CaseDetails details,
            Map<HoldId, HoldType> holds,
            @Nullable SeizureRequest pending) implements Declared {
        @Override
        public Status status() {
            return Status.INSPECTED;
        }
    }

    /** Seized, wholly or in part; the remainder may still be held. */
    record Seized(CaseDetails details, Map<HoldId, HoldType> holds, Custody custody) implements Declared {
        @Override
        public Status status() {
            return Status.SEIZED;
        }
    }

    /** Released; a redelivery demand may wait for a second person. */
    record Released(
            CaseDetails details, Instant since, @Nullable Demand pending) implements Declared {
        @Override
        public Status status() {
            return Status.RELEASED;
        }
    }

    /** A seizure request that waits for a supervisor. */
    record SeizureRequest(SeizureRequestId id, SeizureExtent extent, List<SeizureLine> lines, UserId requestedBy) {
        public SeizureRequest {
            lines = List.copyOf(lines);
        }
    }

    /** A redelivery demand that waits for a second person. */
    record Demand(DemandId id, UserId demandedBy) {}
}
