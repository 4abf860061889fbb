package io.holdfast.shipment.state;

import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Demand;
import io.holdfast.shipment.state.ShipmentState.Held;
import io.holdfast.shipment.state.ShipmentState.Inspected;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.shipment.state.ShipmentState.Seized;
import io.holdfast.shipment.state.ShipmentState.SeizureRequest;
import io.holdfast.shipment.state.ShipmentState.Targeted;
import io.holdfast.shipment.state.ShipmentState.Undeclared;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Folds an event into the whole state. Status and holds are folded first and decide the type of the new state; then
 * each type adds its own part.
 */
final class Evolution {
    private Evolution() {}

    static ShipmentState after(ShipmentState state, ShipmentEvent event) {
        return switch (state) {
            case Undeclared none ->
                event.declared().map(declared -> opened(declared, event)).orElse(none);
            case Declared d -> of(d.caseStatus().after(event), d.details().after(event), d, event);
        };
    }

    private static ShipmentState opened(Declaration declaration, ShipmentEvent event) {
        CaseStatus status = CaseStatus.NONE.after(event);
        Status intake = status.status() == Status.RELEASED ? Status.RELEASED : Status.TARGETED;
        return of(status, CaseDetails.opened(declaration, intake), ShipmentState.NEW, event);
    }

    private static ShipmentState of(CaseStatus status, CaseDetails details, ShipmentState before, ShipmentEvent event) {
        return switch (status.status()) {
            case TARGETED -> new Targeted(details);
            case HELD -> new Held(details, status.holds());
            case INSPECTED -> new Inspected(details, status.holds(), pendingSeizure(before, event));
            case SEIZED -> new Seized(details, status.holds(), custody(before, event));
            case RELEASED -> new Released(details, releasedAt(before, event), pendingDemand(before, event));
            case null -> before;
        };
    }

    private static @Nullable SeizureRequest pendingSeizure(ShipmentState before, ShipmentEvent event) {
        if (!(before instanceof Inspected inspected)) {
            return null;
        }
        return switch (event) {
            case SeizureRequested e -> new SeizureRequest(e.requestId(), e.extent(), e.lines(), e.requestedBy());
            case SeizureRejected _ -> null;
            default -> inspected.pending();
        };
    }

    /** Only a seizure leads to a state with custody, so for any other event the state before already had one. */
    private static Custody custody(ShipmentState before, ShipmentEvent event) {
        return event instanceof ShipmentSeized e
                ? Custody.of(e.extent(), e.lines())
                : ((Seized) before).custody().after(event);
    }

    private static Instant releasedAt(ShipmentState before, ShipmentEvent event) {
        return before instanceof Released released && !event.closes() ? released.since() : event.at();
    }

    private static @Nullable Demand pendingDemand(ShipmentState before, ShipmentEvent event) {
        if (event instanceof RedeliveryDemanded e) {
            return new Demand(e.demandId(), e.demandedBy());
        }
        return before instanceof Released released && !event.closes() ? released.pending() : null;
    }
}
