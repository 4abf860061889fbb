package io.holdfast.projection.audittrail;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.query.AuditEntry;
import io.holdfast.query.AuditEntry.Change;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the audit entry of an event. */
final class AuditFold {
    /** Fields of events that have a field of their own in the entry. */
    private static final Set<String> ELSEWHERE = Set.of("shipmentId", "at", "reason");

    private AuditFold() {}

    static AuditEntry entry(KnownShipment before, KnownShipment after, ShipmentEvent happened, ProjectedEvent event) {
        var subject = new Subject(
                happened.shipmentId(),
                after.port(),
                happened.at(),
                before.references().of(happened));
        return entry(subject, Changes.of(before, after, happened), happened, event);
    }

    static AuditEntry entry(ActiveRuleSet before, ActiveRuleSet after, RuleSetEvent happened, ProjectedEvent event) {
        var subject = new Subject(null, null, happened.at(), null);
        return entry(subject, Changes.between(before.fields(), after.fields()), happened, event);
    }

    static AuditEntry entry(DraftEvent happened, ProjectedEvent event) {
        return entry(new Subject(null, null, happened.at(), null), List.of(), happened, event);
    }

    private record Subject(
            @Nullable ShipmentId shipment,
            @Nullable PortCode port,
            Instant at,
            @Nullable Long refersTo) {}

    private static AuditEntry entry(Subject about, List<Change> changes, Object happened, ProjectedEvent event) {
        Map<String, String> said = EventFields.of(happened);
        Map<String, String> by = event.metadata();
        int mark = event.name().indexOf('#');
        return new AuditEntry(
                event.position(),
                about.shipment(),
                about.port(),
                event.version(),
                mark < 0 ? event.name() : event.name().substring(0, mark),
                mark < 0 ? "" : event.name().substring(mark + 1),
                about.at(),
                by.get(MetadataKeys.ACTOR),
                roles(by.get(MetadataKeys.ROLES)),
                by.get(MetadataKeys.PORT),
                by.get(MetadataKeys.ADDRESS),
                said.get("reason"),
                changes,
                about.refersTo(),
                EventFields.only(said, (path, _) -> open(path)),
                EventFields.only(
                        said, (path, _) -> RuleLogicFields.contains(path) && !RuleLogicFields.keptElsewhere(path)),
                by.get(MetadataKeys.CORRELATION_ID),
                by.get(MetadataKeys.CAUSATION_ID),
                event.id());
    }

    private static boolean open(String path) {
        return !ELSEWHERE.contains(path) && !RuleLogicFields.contains(path);
    }

    private static List<String> roles(@Nullable String roles) {
        return roles == null || roles.isBlank()
                ? List.of()
                : Arrays.stream(roles.split(",", -1))
                        .map(String::strip)
                        .sorted()
                        .toList();
    }
}
