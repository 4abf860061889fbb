package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;

/** Folds the outcome of a case: releases, referrals, arrests. */
final class OutcomeFold {
    private static final int ENTRIES = 100;

    private OutcomeFold() {}

    static Recent<Referral> referrals(Recent<Referral> before, ShipmentEvent event, Act act) {
        return event instanceof ReferredForProsecution e
                ? before.plus(new Referral(e.referralId(), e.office(), e.remarks(), act), ENTRIES)
                : before;
    }

    static Recent<Arrest> arrests(Recent<Arrest> before, ShipmentEvent event, Act act) {
        return event instanceof ArrestRecorded e
                ? before.plus(new Arrest(e.arrestId(), e.persons(), e.agency(), act), ENTRIES)
                : before;
    }

    static Recent<Release> releases(Recent<Release> before, ShipmentEvent event, Act act) {
        return event instanceof ShipmentReleased e
                ? before.plus(new Release(e.kind(), e.waiver(), e.reason(), act), ENTRIES)
                : before;
    }
}
