package io.holdfast.projection.rulefeedback.mongo;

import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.lifecycle.Walks;
import io.holdfast.projection.rulefeedback.RuleFeedbackProjection;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleFeedbackMappingsTest {
    @Test
    void tallies_and_shipments_come_back_as_they_were_written() {
        RoundTrips.check(new RuleFeedbackProjection(), new RuleTallyMapping());
        RoundTrips.check(new RuleFeedbackProjection(), new SelectedShipmentMapping());
    }

    @Test
    void a_rule_set_comes_back_with_condition_and_weight() {
        var rule = new Rule(new RuleId("precursor"), "why", "hs6 == \"293336\" && netMass > 1.5", -0.1, "Look");
        var set = new RuleSet("first", List.of(rule), 10, 0.02, 17);
        RoundTrips.check(
                new RuleSetMapping(),
                new RuleSetPublished(new RuleSetRef(1, new Sha256("ab".repeat(32))), set, Walks.START));
    }
}
