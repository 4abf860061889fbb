package io.holdfast.projection.outcomes.mongo;

import io.holdfast.projection.outcomes.Outcomes;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;

/** Access to the outcomes in MongoDB for tests of other packages. */
public final class StoredOutcomes {
    private StoredOutcomes() {}

    public static DocumentMapping<?>[] mappings() {
        return new DocumentMapping<?>[] {
            new WeeklyRuleCountsMapping(),
            new WeeklyPairCountsMapping(),
            new KnownVersionMapping(),
            new KnownRulesMapping(),
            new FollowedShipmentMapping()
        };
    }

    public static Outcomes of(LiveGenerations models) {
        return new MongoOutcomes(
                models,
                new FollowedShipmentMapping(),
                new WeeklyRuleCountsMapping(),
                new WeeklyPairCountsMapping(),
                new KnownVersionMapping(),
                new KnownRulesMapping());
    }
}
