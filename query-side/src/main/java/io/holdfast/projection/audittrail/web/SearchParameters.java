package io.holdfast.projection.audittrail.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.SearchAudit;
import io.holdfast.query.SearchAudit.Filter;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Search parameters of the audit trail.
 *
 * @param actor only by this person or system
 * @param port only about shipments at this port of entry
 * @param action only this event, such as {@code shipment.hold-placed}
 * @param shipment only about this shipment
 * @param correlation only with this correlation id
 * @param from not before this moment (ISO 8601), or this day in UTC
 * @param to before this moment, or before this day in UTC
 * @param order {@code newest} (the default) or {@code oldest} first
 * @param cursor the {@code next} of the previous page
 * @param limit 1 to 500, 100 by default
 */
record SearchParameters(
        @Nullable String actor,
        @Nullable String port,
        @Nullable String action,
        @Nullable String shipment,
        @Nullable String correlation,
        @Nullable String from,
        @Nullable String to,
        @Nullable String order,
        @Nullable String cursor,
        @Nullable String limit) {
    SearchAudit question(Actor caller) {
        return new SearchAudit(
                caller.scope(),
                AuditParameter.seesLogic(caller),
                filter(),
                Parameter.newestFirst(order, true),
                AuditParameter.time(cursor),
                AuditParameter.limit(limit));
    }

    /**
     * The query for an export.
     *
     * @throws BadParameterException if a cursor or a limit is given
     */
    SearchAudit whole(Actor caller) {
        Parameter.refusePaging(cursor, limit);
        return question(caller).limited(AuditParameter.MAX_LIMIT);
    }

    private Filter filter() {
        Instant first = Parameter.moment("from", from);
        Instant last = Parameter.moment("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new BadParameterException("to", "must not be before from");
        }
        return new Filter(
                Parameter.optional("actor", actor, UserId::new),
                Parameter.optional("port", port, PortCode::new),
                AuditParameter.action(action),
                Parameter.optional("shipment", shipment, ShipmentId::new),
                AuditParameter.correlation(correlation),
                first,
                last);
    }
}
