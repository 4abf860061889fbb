package io.holdfast.runtime.json;

import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.Screening;

/** The examples of {@link SampleEvents} as earlier revisions told them: without what came later. */
final class EarlierEvents {
    private EarlierEvents() {}

    static Object asOf(EventName name, Class<?> type) {
        Object now = SampleEvents.of(type);
        if (EventNames.of(type).orElseThrow().equals(name)) {
            return now;
        }
        return switch (now) {
            case ShipmentTargeted e ->
                new ShipmentTargeted(
                        e.shipmentId(), e.declaration(), e.basis(), plain(e.screening()), e.reason(), e.at());
            case ShipmentCleared e ->
                new ShipmentCleared(e.shipmentId(), e.declaration(), plain(e.screening()), e.at());
            case RuleSetPublished e -> new RuleSetPublished(e.ref(), plain(e.ruleSet()), e.at());
            default -> throw new IllegalStateException("Say here what " + name + " was like");
        };
    }

    private static Screening plain(Screening s) {
        return new Screening(s.ruleSet(), s.score(), s.threshold(), s.fired(), s.propensity());
    }

    private static RuleSet plain(RuleSet s) {
        return new RuleSet(s.name(), s.rules(), s.threshold(), s.randomShare(), s.seed());
    }
}
