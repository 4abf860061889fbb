package io.holdfast.runtime.json;

import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.DraftEvent.DraftSimulated;
import io.holdfast.targeting.ProfileScore;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.Screening;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.targeting.SimulationResult.Selected;
import java.util.List;

/** The examples of {@link SampleEvents} in the form of earlier revisions, without fields that were added later. */
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
                        e.shipmentId(), e.declaration(), e.basis(), asOf(name, e.screening()), e.reason(), e.at());
            case ShipmentCleared e ->
                new ShipmentCleared(e.shipmentId(), e.declaration(), asOf(name, e.screening()), e.at());
            case RuleSetPublished e -> new RuleSetPublished(e.ref(), plain(e.ruleSet()), e.at());
            case DraftSimulated e ->
                new DraftSimulated(e.draft(), e.contentHash(), withoutFailures(e.result()), e.at());
            default -> throw new IllegalStateException("Say here what " + name + " was like");
        };
    }

    /** Revision 1 had rules only, revision 2 added profiles, and revision 3 added failed rules. */
    private static Screening asOf(EventName name, Screening s) {
        List<ProfileScore> profiles = name.revision().equals("1") ? List.of() : s.profiles();
        return new Screening(s.ruleSet(), s.score(), s.threshold(), s.fired(), List.of(), profiles, s.propensity());
    }

    private static RuleSet plain(RuleSet s) {
        return new RuleSet(s.name(), s.rules(), s.threshold(), s.randomShare(), s.seed());
    }

    private static SimulationResult withoutFailures(SimulationResult r) {
        return new SimulationResult(
                r.from(),
                r.to(),
                r.against(),
                r.declarations(),
                r.knownHits(),
                withoutFailures(r.draft()),
                withoutFailures(r.active()),
                r.change(),
                r.ports());
    }

    private static Selected withoutFailures(Selected s) {
        return new Selected(
                s.byRules(),
                s.atRandom(),
                s.hits(),
                s.innocent(),
                s.pending(),
                s.unknown(),
                s.innocentHours(),
                List.of());
    }
}
