package io.holdfast.projection.outcomes;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Cases;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.outcomes.mongo.StoredOutcomes;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.query.AssessRules;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.OutcomePeriod;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures how fast outcomes are folded and queried: {@code -Dholdfast.benchmark=true}. */
@EnabledIfSystemProperty(named = "holdfast.benchmark", matches = "true")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomesFoldBenchmark {
    private static final int SHIPMENTS = 30_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_year_of_screened_declarations(boolean inOrder) {
        try (var harness = ProjectionHarness.inBatchesOf(1000, new OutcomesProjection(), StoredOutcomes.mappings())) {
            harness.caughtUp();
            List<ShipmentEvent> events = cleared(inOrder);
            long began = System.nanoTime();
            harness.given(events);
            while (harness.node().position(OutcomesProjection.NAME)
                    < harness.log().head()) {
                Thread.onSpinWait();
            }
            double folding = seconds(began);
            Outcomes kept = StoredOutcomes.of(harness.readModels());
            began = System.nanoTime();
            new RuleQuestions(kept)
                    .handle(new AssessRules(PortScope.all(), OutcomePeriod.EVERYTHING, null, null, true));
            double asking = seconds(began);
            began = System.nanoTime();
            Long after = FindOutcomes.FROM_THE_BEGINNING;
            var feed = new FeedQuestions(kept);
            while (after != null) {
                after = feed.handle(new FindOutcomes(PortScope.all(), FindOutcomes.EVERY, after, 1000))
                        .next();
            }
            System.out.printf(
                    "outcomes, declarations %s: %.0f folded/s; rules of the year in %.3f s; feed %.0f rows/s%n",
                    inOrder ? "by date" : "in any order", SHIPMENTS / folding, asking, SHIPMENTS / seconds(began));
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Released shipments at forty ports; four of twenty rules fire for each. */
    private static List<ShipmentEvent> cleared(boolean inOrder) {
        var random = new Random(3);
        var events = new ArrayList<ShipmentEvent>();
        for (int i = 0; i < SHIPMENTS; i++) {
            int day = inOrder ? i * 364 / SHIPMENTS : random.nextInt(364);
            var id = new ShipmentId("B" + i);
            String[] rules = random.ints(0, 20)
                    .distinct()
                    .limit(4)
                    .mapToObj(r -> "rule-" + r)
                    .toArray(String[]::new);
            events.add(new ShipmentCleared(
                    id,
                    Cases.declaration(
                            id,
                            "P" + random.nextInt(40),
                            LocalDate.of(2026, 1, 1).plusDays(day)),
                    Histories.screening(5, 0.02, rules),
                    Histories.START.plus(Duration.ofSeconds(i))));
        }
        return events;
    }
}
