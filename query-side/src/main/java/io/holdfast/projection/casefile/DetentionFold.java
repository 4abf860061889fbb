package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.Detention;
import io.holdfast.query.CaseParts.Notice;
import io.holdfast.query.Recent;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ClockBreached;
import io.holdfast.shipment.event.ShipmentEvent.DetentionNoticeIssued;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentDetained;
import org.jspecify.annotations.Nullable;

/** Folds detentions, whether decided or by expiry of the time for a decision, and the notices sent. */
final class DetentionFold {
    private static final int NOTICES = 100;

    private DetentionFold() {}

    static @Nullable Detention after(@Nullable Detention before, ShipmentEvent event, Act act) {
        return switch (event) {
            case ShipmentDetained e -> new Detention(e.reason(), act, Recent.none());
            case ClockBreached e
            when e.clock() == LegalClock.DETENTION_DECISION -> new Detention(null, act, Recent.none());
            case DetentionNoticeIssued e -> noticed(before, e, act);
            default -> before;
        };
    }

    /** A notice without a known detention still shows that there was one. */
    private static Detention noticed(@Nullable Detention before, DetentionNoticeIssued e, Act act) {
        var notice = new Notice(e.noticeId(), e.addressee(), e.reason(), e.inquiries(), act);
        return before == null
                ? new Detention(null, act, Recent.<Notice>none().plus(notice, NOTICES))
                : new Detention(before.reason(), before.act(), before.notices().plus(notice, NOTICES));
    }
}
