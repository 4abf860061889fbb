package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.Hold;
import io.holdfast.query.CaseParts.Removal;
import io.holdfast.query.Recent;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import io.holdfast.shipment.event.ShipmentEvent.HoldRemoved;
import io.holdfast.shipment.state.CaseStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds active and past holds.
 *
 * @param active in the order in which they were placed
 * @param past in the order in which they ended
 */
record HoldsFold(List<Hold> active, Recent<Hold> past) {
    private static final int PAST = 100;

    /**
     * The holds after an event.
     *
     * @param standing decides which holds are active after the event
     */
    HoldsFold after(ShipmentEvent event, Act act, CaseStatus standing) {
        var stay = new ArrayList<Hold>();
        Recent<Hold> ended = past;
        for (Hold hold : active) {
            boolean placedAnew = event instanceof HoldPlaced e && e.holdId().equals(hold.holdId());
            if (standing.holds().containsKey(hold.holdId()) && !placedAnew) {
                stay.add(hold);
            } else {
                ended = ended.plus(ended(hold, removal(event, hold.holdId(), act), act), PAST);
            }
        }
        if (event instanceof HoldPlaced e) {
            stay.add(new Hold(e.holdId(), e.type(), e.agency(), e.reason(), e.location(), act, null, null));
        }
        return new HoldsFold(stay, ended);
    }

    private static @Nullable Removal removal(ShipmentEvent event, HoldId hold, Act act) {
        return event instanceof HoldRemoved e && e.holdId().equals(hold) ? new Removal(e.reason(), act) : null;
    }

    private static Hold ended(Hold hold, @Nullable Removal removal, Act act) {
        return new Hold(
                hold.holdId(),
                hold.type(),
                hold.agency(),
                hold.reason(),
                hold.location(),
                hold.placed(),
                removal,
                TimeFold.seconds(hold.placed().at(), act.at()));
    }
}
