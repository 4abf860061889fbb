package io.holdfast.projection.outcomes;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Projection that follows each screened or selected shipment and counts outcomes. Counts span shipments, so it has a
 * single segment.
 */
@Component
public final class OutcomesProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "outcomes";

    /** One document per port, version and week, and one per version and week for all ports. */
    public static final CollectionName<WeeklyRuleCounts> WEEKS = new CollectionName<>("weeks", WeeklyRuleCounts.class);

    /** The same for pairs of rules. */
    public static final CollectionName<WeeklyPairCounts> PAIRS = new CollectionName<>("pairs", WeeklyPairCounts.class);

    /** One document per version of the rule set. */
    public static final CollectionName<KnownVersion> VERSIONS = new CollectionName<>("versions", KnownVersion.class);

    /** One document per draft of a rule set, as last revised. */
    public static final CollectionName<KnownRules> DRAFTS = new CollectionName<>("drafts", KnownRules.class);

    /** One document per shipment. */
    public static final CollectionName<FollowedShipment> SHIPMENTS =
            new CollectionName<>("shipments", FollowedShipment.class);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<CollectionName<?>> collections() {
        return List.of(WEEKS, PAIRS, VERSIONS, DRAFTS, SHIPMENTS);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        switch (event.payload()) {
            case ShipmentEvent e ->
                models.collection(SHIPMENTS)
                        .fold(e.shipmentId().value(), before -> FollowedShipment.fold(before, e, event.position()))
                        .ifPresent(change -> {
                            countRules(change.before(), change.after(), models);
                            countPairs(change.before(), change.after(), models);
                        });
            case RuleSetPublished e ->
                keep(new KnownVersion(e.ref().version(), null, KnownRules.of(e.ruleSet())), models);
            case RuleSetAdopted e -> keep(new KnownVersion(e.ref().version(), e.draft(), KnownRules.NONE), models);
            case RuleSetDrafted e -> models.collection(DRAFTS).put(e.draft().value(), KnownRules.of(e.ruleSet()));
            case DraftRevised e -> models.collection(DRAFTS).put(e.draft().value(), KnownRules.of(e.ruleSet()));
            default -> {}
        }
    }

    private static void keep(KnownVersion version, ReadModels models) {
        models.collection(VERSIONS).put(String.valueOf(version.version()), version);
    }

    private static void countRules(@Nullable FollowedShipment before, FollowedShipment after, ReadModels models) {
        Map<String, OutcomeCounts> changes =
                Contribution.difference(Contribution.toRules(before), Contribution.toRules(after));
        if (!changes.isEmpty()) {
            LocalDate knownOn = LocalDate.ofInstant(after.now().since(), ZoneOffset.UTC);
            for (WeekKey week : weeks(after)) {
                models.collection(WEEKS)
                        .fold(
                                week.id(),
                                sums -> Optional.of(
                                        (sums == null ? WeeklyRuleCounts.of(week) : sums).plus(knownOn, changes)));
            }
        }
    }

    private static void countPairs(@Nullable FollowedShipment before, FollowedShipment after, ReadModels models) {
        Map<String, OutcomeCounts> changes =
                Contribution.difference(Contribution.toPairs(before), Contribution.toPairs(after));
        if (!changes.isEmpty()) {
            for (WeekKey week : weeks(after)) {
                models.collection(PAIRS)
                        .fold(
                                week.id(),
                                sums -> Optional.of((sums == null ? WeeklyPairCounts.of(week) : sums).plus(changes)));
            }
        }
    }

    /** The week of the shipment's port, and that of all ports. */
    private static List<WeekKey> weeks(FollowedShipment shipment) {
        Decision decision = shipment.decision();
        var weeks = new ArrayList<WeekKey>();
        weeks.add(WeekKey.of(decision.declaration().port(), decision));
        weeks.add(WeekKey.of(null, decision));
        return weeks;
    }
}
