package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;

/** Folds the chain of custody and how it ended. */
final class CustodyFold {
    static final Custody NONE = new Custody(Recent.none(), Recent.none(), Recent.none(), Recent.none(), Recent.none());
    private static final int ENTRIES = 100;

    private CustodyFold() {}

    static Custody after(Custody c, ShipmentEvent event, Act act) {
        return new Custody(
                transfers(c.transfers(), event, act),
                event instanceof CustodyDiscrepancyFound e
                        ? c.discrepancies().plus(new Discrepancy(e.expected(), e.weighed(), act), ENTRIES)
                        : c.discrepancies(),
                event instanceof GoodsForfeited e
                        ? c.forfeitures().plus(new Forfeiture(e.kind(), e.reference(), act), ENTRIES)
                        : c.forfeitures(),
                event instanceof GoodsDestroyed e
                        ? c.destructions().plus(new Destruction(e.weighed(), e.witness(), e.method(), act), ENTRIES)
                        : c.destructions(),
                event instanceof GoodsRemitted e
                        ? c.remissions().plus(new Remission(e.petition(), e.reason(), act), ENTRIES)
                        : c.remissions());
    }

    private static Recent<Transfer> transfers(Recent<Transfer> before, ShipmentEvent event, Act act) {
        return event instanceof CustodyTransferred e
                ? before.plus(
                        new Transfer(e.transferId(), e.from(), e.to(), e.sealNumber(), e.weighed(), e.reason(), act),
                        ENTRIES)
                : before;
    }
}
