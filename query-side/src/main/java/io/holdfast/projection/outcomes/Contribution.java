package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.targeting.RuleId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes what a shipment adds to the counts, given its present state. */
final class Contribution {
    /** Limits the pairs of a shipment: a set of rules that all fire at once would make a hundred thousand. */
    static final int MOST_PAIRED = 24;

    private static final Set<Measure> OF_PAIRS = Set.of(
            Measure.FIRED, Measure.SELECTED, Measure.EXAMINED, Measure.PENDING, Measure.POSITIVE, Measure.CONFIRMED);

    /**
     * The counts of a rule that could not be evaluated. Whether its condition held is unknown, so the outcome says
     * nothing about it.
     */
    private static final OutcomeCounts FAILED = new OutcomeCounts(Map.of(Measure.FAILED, 1L), DurationHistogram.NONE);

    private Contribution() {}

    /**
     * The counts for each rule that fired or failed, each profile that spoke for selection, and the selection route; by
     * key.
     */
    static Map<String, OutcomeCounts> toRules(@Nullable FollowedShipment shipment) {
        if (shipment == null) {
            return Map.of();
        }
        Decision decision = shipment.decision();
        OutcomeState now = shipment.now();
        var tallies = new HashMap<String, OutcomeCounts>();
        for (Decision.Fired rule : decision.causes()) {
            tallies.put(rule.rule().value(), toRule(decision, now, rule));
        }
        for (RuleId rule : decision.failed()) {
            tallies.put(rule.value(), FAILED);
        }
        var counts = counts(decision, now);
        if (now.recalled() && now.examined()) {
            counts.put(Measure.RECALLED, 1L);
            counts.put(Measure.RECALLED_POSITIVE, now.positive() ? 1L : 0L);
        }
        tallies.put(SelectionRoute.of(decision).key(), new OutcomeCounts(counts, delay(decision, now)));
        return tallies;
    }

    private static OutcomeCounts toRule(Decision decision, OutcomeState now, Decision.Fired rule) {
        var counts = counts(decision, now);
        if (decision.dueTo(rule) && sampled(now) && now.outcome() != Outcome.PENDING) {
            counts.put(Measure.SOLE_EXAMINED, 1L);
            counts.put(Measure.SOLE_HITS, now.positive() ? 1L : 0L);
        }
        return new OutcomeCounts(counts, delay(decision, now));
    }

    /** The counts for each pair of rules or profiles; keyed by both ids with a bar between, the lesser id first. */
    static Map<String, OutcomeCounts> toPairs(@Nullable FollowedShipment shipment) {
        if (shipment == null) {
            return Map.of();
        }
        var counts = counts(shipment.decision(), shipment.now());
        counts.keySet().retainAll(OF_PAIRS);
        var tally = new OutcomeCounts(counts, DurationHistogram.NONE);
        List<String> rules = paired(shipment.decision());
        var tallies = new HashMap<String, OutcomeCounts>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                tallies.put(rules.get(i) + "|" + rules.get(j), tally);
            }
        }
        return tallies;
    }

    private static List<String> paired(Decision decision) {
        return decision.causes().stream()
                .sorted(Comparator.comparingDouble((Decision.Fired f) -> -Math.abs(f.weight()))
                        .thenComparing(f -> f.rule().value()))
                .map(fired -> fired.rule().value())
                .distinct()
                .limit(MOST_PAIRED)
                .sorted()
                .toList();
    }

    private static Map<Measure, Long> counts(Decision decision, OutcomeState now) {
        var counts = new EnumMap<Measure, Long>(Measure.class);
        counts.put(Measure.FIRED, 1L);
        if (decision.selected()) {
            counts.put(Measure.SELECTED, 1L);
            if (sampled(now)) {
                counts.put(Measure.EXAMINED, 1L);
                counts.put(Measure.PENDING, now.outcome() == Outcome.PENDING ? 1L : 0L);
                counts.put(Measure.POSITIVE, now.positive() ? 1L : 0L);
                counts.put(Measure.CONFIRMED, now.certainty() == Certainty.CONFIRMED ? 1L : 0L);
                counts.put(Measure.MINUTES_EXAMINED, now.minutesExamined());
            }
            Long innocent = innocentMinutes(now);
            counts.put(Measure.MINUTES_HELD_INNOCENT, innocent == null ? Long.valueOf(0) : innocent);
        }
        return counts;
    }

    /**
     * Whether it was examined because it was selected, rather than because of what became known after it was released.
     */
    private static boolean sampled(OutcomeState now) {
        return now.examined() && !now.recalled();
    }

    private static DurationHistogram delay(Decision decision, OutcomeState now) {
        Long minutes = decision.selected() ? innocentMinutes(now) : null;
        return minutes == null ? DurationHistogram.NONE : DurationHistogram.of(minutes);
    }

    private static @Nullable Long innocentMinutes(OutcomeState now) {
        return now.released() && !now.positive() ? now.minutesHeld() : null;
    }

    /** The counts to add to {@code before} to get {@code after}, without unchanged ones. */
    static Map<String, OutcomeCounts> difference(Map<String, OutcomeCounts> before, Map<String, OutcomeCounts> after) {
        var changes = new HashMap<>(after);
        before.forEach((key, tally) ->
                changes.put(key, changes.getOrDefault(key, OutcomeCounts.NONE).minus(tally)));
        changes.values().removeIf(OutcomeCounts.NONE::equals);
        return changes;
    }
}
