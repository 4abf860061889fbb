package io.holdfast.projection.audittrail.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.AuditEntry;
import io.holdfast.runtime.json.LanguageJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CSV columns of an audit entry; parts of variable number are JSON within a cell. */
final class AuditColumns {
    static final List<Column<AuditEntry>> ALL = List.of(
            new Column<>("position", AuditEntry::position),
            new Column<>("at", AuditEntry::at),
            new Column<>("shipmentId", AuditEntry::shipmentId),
            new Column<>("port", AuditEntry::port),
            new Column<>("version", AuditEntry::version),
            new Column<>("action", AuditEntry::action),
            new Column<>("revision", AuditEntry::revision),
            new Column<>("actor", AuditEntry::actor),
            new Column<>("roles", entry -> String.join(" ", entry.roles())),
            new Column<>("dutyPort", AuditEntry::dutyPort),
            new Column<>("address", AuditEntry::address),
            new Column<>("reason", AuditEntry::reason),
            new Column<>("statusBefore", entry -> status(entry, true)),
            new Column<>("statusAfter", entry -> status(entry, false)),
            new Column<>("changes", entry -> json(entry.changes())),
            new Column<>("refersTo", AuditEntry::refersTo),
            new Column<>("facts", entry -> json(entry.facts())),
            new Column<>("logic", entry -> json(entry.logic())),
            new Column<>("correlationId", AuditEntry::correlationId),
            new Column<>("causationId", AuditEntry::causationId),
            new Column<>("eventId", AuditEntry::eventId));

    private AuditColumns() {}

    private static @Nullable String status(AuditEntry entry, boolean before) {
        return entry.changes().stream()
                .filter(change -> change.field().equals("status"))
                .findFirst()
                .map(change -> before ? change.before() : change.after())
                .orElse(null);
    }

    private static @Nullable String json(Object parts) {
        boolean none = parts instanceof Collection<?> list && list.isEmpty()
                || parts instanceof Map<?, ?> map && map.isEmpty();
        return none ? null : LanguageJson.mapper().writeValueAsString(parts);
    }
}
