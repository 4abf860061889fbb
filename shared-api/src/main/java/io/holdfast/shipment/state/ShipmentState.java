package io.holdfast.shipment.state;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.DemandId;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.SeizureRequestId;
import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a shipment stands: the status is the type, and each type has only what can be the case in it. */
public sealed interface ShipmentState {
    /** Before the first event. */
    ShipmentState NEW = new Undeclared();

    /** Where it stands once this has happened. Total: no event in any stage makes it fail, so that replay cannot. */
    default ShipmentState after(ShipmentEvent event) {
        return Evolution.after(this, event);
    }

    /** No case yet. */
    record Undeclared() implements ShipmentState {}

    /** There is a case. */
    sealed interface Declared extends ShipmentState {
        /** What stays with the case. */
        CaseDetails details();

        /** The active holds. */
        Holds holds();

        /** One of five. */
        Status status();

        /** The same with another details. */
        Declared with(CaseDetails other);
    }

    /** Selected; nothing is held and nothing has been examined since the case was opened. */
    record Targeted(CaseDetails details) implements Declared {
        @Override
        public Holds holds() {
            return Holds.NONE;
        }

        @Override
        public Status status() {
            return Status.TARGETED;
        }

        @Override
        public Targeted with(CaseDetails other) {
            return new Targeted(other);
        }
    }

    /** At least one hold is active, and nothing has been examined since the case was opened. */
    record Held(CaseDetails details, Holds holds) implements Declared {
        public Held {
            if (holds.none()) {
                throw new IllegalArgumentException("held by nothing");
            }
        }

        @Override
        public Status status() {
            return Status.HELD;
        }

        @Override
        public Held with(CaseDetails other) {
            return new Held(other, holds);
        }
    }

    /** Examined, held or not; a request to seize may wait for a supervisor. */
    record Inspected(
            CaseDetails details, Holds holds, @Nullable SeizureRequest pending) implements Declared {
        @Override
        public Status status() {
            return Status.INSPECTED;
        }

        @Override
        public Inspected with(CaseDetails other) {
            return new Inspected(other, holds, pending);
        }
    }

    /** Seized, wholly or in part; holds may still keep the remainder. */
    record Seized(CaseDetails details, Holds holds, Custody custody) implements Declared {
        @Override
        public Status status() {
            return Status.SEIZED;
        }

        @Override
        public Seized with(CaseDetails other) {
            return new Seized(other, holds, custody);
        }
    }

    /** Gone; a demand for redelivery may wait for a second person. */
    record Released(
            CaseDetails details, Instant since, @Nullable Demand pending) implements Declared {
        @Override
        public Holds holds() {
            return Holds.NONE;
        }

        @Override
        public Status status() {
            return Status.RELEASED;
        }

        @Override
        public Released with(CaseDetails other) {
            return new Released(other, since, pending);
        }
    }

    /** A request to seize that waits for a supervisor. */
    record SeizureRequest(SeizureRequestId id, SeizureExtent extent, List<SeizureLine> lines, UserId requestedBy) {
        public SeizureRequest {
            lines = List.copyOf(lines);
        }
    }

    /** A demand for redelivery that waits for a second person. */
    record Demand(DemandId id, UserId demandedBy) {}
}
