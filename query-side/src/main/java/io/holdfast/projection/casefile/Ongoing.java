package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.Assignment;
import io.holdfast.query.CaseParts.Work;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import io.holdfast.shipment.state.CaseStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * State of a case that an event can end without naming it. Its size is limited because the number of active holds is.
 *
 * @param placed the version of the event that placed each active hold
 * @param assignment whom the case is assigned to, if anybody
 */
public record Ongoing(
        CaseStatus standing,
        Map<HoldId, Long> placed,
        @Nullable Assignment assignment) {
    static final Ongoing NOTHING = new Ongoing(CaseStatus.NONE, Map.of(), null);

    public Ongoing {
        placed = Collections.unmodifiableMap(new LinkedHashMap<>(placed));
    }

    Ongoing after(ShipmentEvent event, Act act) {
        CaseStatus next = standing.after(event);
        var active = new LinkedHashMap<>(placed);
        active.keySet().retainAll(next.holds().keySet());
        if (event instanceof HoldPlaced e) {
            active.put(e.holdId(), act.version());
        }
        return new Ongoing(next, active, WorkFold.after(work(), event, act).assignment());
    }

    Work work() {
        return new Work(assignment, null, null, null);
    }
}
