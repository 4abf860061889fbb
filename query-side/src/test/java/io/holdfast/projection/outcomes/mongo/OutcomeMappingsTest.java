package io.holdfast.projection.outcomes.mongo;

import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.outcomes.KnownRules;
import io.holdfast.projection.outcomes.KnownVersion;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeMappingsTest {
    private static final DraftId DRAFT = new DraftId("d1");

    @Test
    void shipments_and_counts_come_back_as_they_were_written() {
        RoundTrips.check(new OutcomesProjection(), new FollowedShipmentMapping());
        RoundTrips.check(new OutcomesProjection(), new WeeklyRuleCountsMapping());
        RoundTrips.check(new OutcomesProjection(), new WeeklyPairCountsMapping());
    }

    @Test
    void rules_come_back_with_condition_and_weight() {
        var rule = new Rule(new RuleId("precursor"), "why", "hs6 == \"293336\" && netMass > 1.5", -0.1, "Look");
        var profile = new KnownRules.Profile(new RuleId("routes"), "why", List.of("hs6", "port"), 1.5);
        var rules = new KnownRules(List.of(rule), List.of(profile));
        RoundTrips.check(new KnownRulesMapping(), rules);
        RoundTrips.check(new KnownVersionMapping(), new KnownVersion(3, null, rules));
        RoundTrips.check(new KnownVersionMapping(), new KnownVersion(4, DRAFT, KnownRules.NONE));
    }
}
