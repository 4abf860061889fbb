package io.holdfast.runtime.json;

import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.RuleSetEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Under which name and revision an event is stored. The log never holds a class name, so a record can be renamed or moved;
 * a name that was ever written stays. A change of an event's JSON gives it a new revision, and an upcaster for the old one,
 * unless the old JSON is one of the new kind as it stands: a new part that may be absent.
 */
public final class EventNames {
    private static final Map<Class<?>, EventName> NAMES = names();
    private static final Map<EventName, Class<?>> TYPES = types();

    private EventNames() {}

    /** The name of an event class; empty for whatever is not an event of the language. */
    public static Optional<EventName> of(Class<?> event) {
        return Optional.ofNullable(NAMES.get(event));
    }

    /** The class of what is stored under a name; empty for a name or revision that this version does not know. */
    public static Optional<Class<?>> type(EventName name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** Every name. */
    public static Collection<EventName> all() {
        return NAMES.values();
    }

    private static Map<EventName, Class<?>> types() {
        var types = new HashMap<EventName, Class<?>>();
        NAMES.forEach((type, name) -> types.put(name, type));
        // Of before there were risk profiles: their parts are absent, and nothing else is different.
        types.put(new EventName("shipment.targeted", "1"), ShipmentEvent.ShipmentTargeted.class);
        types.put(new EventName("shipment.cleared", "1"), ShipmentEvent.ShipmentCleared.class);
        types.put(new EventName("rule-set.published", "1"), RuleSetEvent.RuleSetPublished.class);
        return Collections.unmodifiableMap(types);
    }

    private static Map<Class<?>, EventName> names() {
        var names = new LinkedHashMap<Class<?>, EventName>();
        names.put(ShipmentEvent.ShipmentTargeted.class, new EventName("shipment.targeted", "2"));
        names.put(ShipmentEvent.ShipmentCleared.class, new EventName("shipment.cleared", "2"));
        names.put(ShipmentEvent.HoldPlaced.class, new EventName("shipment.hold-placed", "1"));
        names.put(ShipmentEvent.HoldRemoved.class, new EventName("shipment.hold-removed", "1"));
        names.put(ShipmentEvent.ExamOrdered.class, new EventName("shipment.exam-ordered", "1"));
        names.put(ShipmentEvent.ExamStarted.class, new EventName("shipment.exam-started", "1"));
        names.put(ShipmentEvent.ExamCompleted.class, new EventName("shipment.exam-completed", "1"));
        names.put(ShipmentEvent.ExamWaived.class, new EventName("shipment.exam-waived", "1"));
        names.put(ShipmentEvent.ExamResultCorrected.class, new EventName("shipment.exam-result-corrected", "1"));
        names.put(ShipmentEvent.LabResultRecorded.class, new EventName("shipment.lab-result-recorded", "1"));
        names.put(ShipmentEvent.SeizureRequested.class, new EventName("shipment.seizure-requested", "1"));
        names.put(ShipmentEvent.ShipmentSeized.class, new EventName("shipment.seized", "1"));
        names.put(ShipmentEvent.SeizureRejected.class, new EventName("shipment.seizure-rejected", "1"));
        names.put(ShipmentEvent.CustodyTransferred.class, new EventName("shipment.custody-transferred", "1"));
        names.put(
                ShipmentEvent.CustodyDiscrepancyFound.class, new EventName("shipment.custody-discrepancy-found", "1"));
        names.put(ShipmentEvent.ReferredForProsecution.class, new EventName("shipment.referred-for-prosecution", "1"));
        names.put(ShipmentEvent.ArrestRecorded.class, new EventName("shipment.arrest-recorded", "1"));
        names.put(ShipmentEvent.GoodsForfeited.class, new EventName("shipment.goods-forfeited", "1"));
        names.put(ShipmentEvent.GoodsDestroyed.class, new EventName("shipment.goods-destroyed", "1"));
        names.put(ShipmentEvent.GoodsRemitted.class, new EventName("shipment.goods-remitted", "1"));
        names.put(ShipmentEvent.ShipmentReleased.class, new EventName("shipment.released", "1"));
        names.put(ShipmentEvent.RedeliveryDemanded.class, new EventName("shipment.redelivery-demanded", "1"));
        names.put(ShipmentEvent.RedeliveryApproved.class, new EventName("shipment.redelivery-approved", "1"));
        names.put(ShipmentEvent.Claimed.class, new EventName("shipment.claimed", "1"));
        names.put(ShipmentEvent.ReturnedToQueue.class, new EventName("shipment.returned-to-queue", "1"));
        names.put(ShipmentEvent.Reassigned.class, new EventName("shipment.reassigned", "1"));
        names.put(ShipmentEvent.Escalated.class, new EventName("shipment.escalated", "1"));
        names.put(ShipmentEvent.Snoozed.class, new EventName("shipment.snoozed", "1"));
        names.put(ShipmentEvent.NoteAdded.class, new EventName("shipment.note-added", "1"));
        names.put(ShipmentEvent.EvidenceAttached.class, new EventName("shipment.evidence-attached", "1"));
        names.put(ShipmentEvent.Tagged.class, new EventName("shipment.tagged", "1"));
        names.put(ShipmentEvent.CasesLinked.class, new EventName("shipment.cases-linked", "1"));
        names.put(ShipmentEvent.OperationAssigned.class, new EventName("shipment.operation-assigned", "1"));
        names.put(ShipmentEvent.ShipmentDetained.class, new EventName("shipment.detained", "1"));
        names.put(ShipmentEvent.DetentionNoticeIssued.class, new EventName("shipment.detention-notice-issued", "1"));
        names.put(ShipmentEvent.ClockStarted.class, new EventName("shipment.clock-started", "1"));
        names.put(ShipmentEvent.ClockWarned.class, new EventName("shipment.clock-warned", "1"));
        names.put(ShipmentEvent.ClockBreached.class, new EventName("shipment.clock-breached", "1"));
        names.put(RuleSetEvent.RuleSetPublished.class, new EventName("rule-set.published", "2"));
        names.put(RuleSetEvent.RuleSetActivated.class, new EventName("rule-set.activated", "1"));
        names.put(RuleSetEvent.DraftOpened.class, new EventName("rule-set.draft-opened", "1"));
        names.put(RuleSetEvent.RuleSetAdopted.class, new EventName("rule-set.adopted", "1"));
        names.put(RuleSetEvent.RuleSetRetired.class, new EventName("rule-set.retired", "1"));
        names.put(DraftEvent.RuleSetDrafted.class, new EventName("rule-set.drafted", "1"));
        names.put(DraftEvent.DraftRevised.class, new EventName("rule-set.draft-revised", "1"));
        names.put(DraftEvent.DraftSimulated.class, new EventName("rule-set.draft-simulated", "1"));
        names.put(DraftEvent.RuleSetProposed.class, new EventName("rule-set.proposed", "1"));
        names.put(DraftEvent.RuleSetApproved.class, new EventName("rule-set.approved", "1"));
        names.put(DraftEvent.RuleSetRejected.class, new EventName("rule-set.rejected", "1"));
        return Collections.unmodifiableMap(names);
    }
}
