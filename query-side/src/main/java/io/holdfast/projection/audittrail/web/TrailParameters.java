package io.holdfast.projection.audittrail.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Paging parameters of the audit trail of one shipment.
 *
 * @param order {@code oldest} (the default) or {@code newest} first
 * @param cursor the {@code next} of the previous page
 * @param limit 1 to 500, 100 by default
 */
record TrailParameters(
        @Nullable String order,
        @Nullable String cursor,
        @Nullable String limit) {
    ReadAuditTrail question(ShipmentId shipment, Actor actor) {
        return new ReadAuditTrail(
                shipment,
                actor.scope(),
                AuditParameter.seesLogic(actor),
                Parameter.newestFirst(order, false),
                AuditParameter.position(cursor),
                AuditParameter.limit(limit));
    }

    /**
     * The query for an export.
     *
     * @throws io.holdfast.projection.answer.BadParameterException if a cursor or a limit is given
     */
    ReadAuditTrail wholeOf(ShipmentId shipment, Actor actor) {
        Parameter.refusePaging(cursor, limit);
        return question(shipment, actor).limited(AuditParameter.MAX_LIMIT);
    }
}
