package io.holdfast.projection.audittrail;

import io.holdfast.query.AuditEntry.Change;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ExamResultCorrected;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Computes the old and new values of changed fields. */
final class Changes {
    private Changes() {}

    /** The changes that an event makes to a shipment and, if it is a correction, to the exam result. */
    static List<Change> of(KnownShipment before, KnownShipment after, ShipmentEvent event) {
        var changes = new ArrayList<>(between(before.fields(), after.fields()));
        if (event instanceof ExamResultCorrected e) {
            changes.addAll(
                    between(EventFields.under("result", e.corrected()), EventFields.under("result", e.result())));
        }
        return changes;
    }

    /** The fields whose text differs; fields that existed before come first. */
    static List<Change> between(Map<String, String> before, Map<String, String> after) {
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Change(field, before.get(field), after.get(field)))
                .toList();
    }
}
