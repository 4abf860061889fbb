package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.Ports;
import io.holdfast.query.PairRules;
import io.holdfast.query.PairRules.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which rules fire together. */
@Component
class PairQuestions {
    private static final Comparator<Pair> MOST_OFTEN_FIRST = Comparator.comparingLong(Pair::fired)
            .reversed()
            .thenComparing(Comparator.comparingInt(Pair::version).reversed())
            .thenComparing(Pair::first)
            .thenComparing(Pair::second);

    private final Outcomes kept;

    PairQuestions(Outcomes kept) {
        this.kept = kept;
    }

    private record Key(int version, String first, String second) {
        static Key of(int version, String pair) {
            int bar = pair.indexOf('|');
            return new Key(version, pair.substring(0, bar), pair.substring(bar + 1));
        }

        boolean has(String rule) {
            return first.equals(rule) || second.equals(rule);
        }
    }

    @QueryHandler
    PairRules.Answer handle(PairRules q) {
        Map<RuleKey, OutcomeCounts> single =
                PeriodCounts.of(kept, q.scope(), q.period(), q.version()).rules();
        List<Pair> pairs = sums(q).entrySet().stream()
                .map(sum -> pair(sum.getKey(), sum.getValue(), single))
                .sorted(MOST_OFTEN_FIRST)
                .toList();
        boolean more = pairs.size() > q.limit();
        return new PairRules.Answer(PeriodCounts.widened(q.period()), more ? pairs.subList(0, q.limit()) : pairs, more);
    }

    private Map<Key, OutcomeCounts> sums(PairRules q) {
        var sums = new HashMap<Key, OutcomeCounts>();
        each(
                q,
                (version, pairs) -> pairs.forEach((pair, tally) -> {
                    Key key = Key.of(version, pair);
                    if (q.rule() == null || key.has(q.rule())) {
                        sums.merge(key, tally, OutcomeCounts::plus);
                    }
                }));
        return sums;
    }

    private void each(PairRules q, BiConsumer<Integer, Map<String, OutcomeCounts>> use) {
        LocalDate knownOn = q.period().asKnownOn();
        if (Ports.none(q.scope())) {
            return;
        }
        if (knownOn == null) {
            kept.weeksOfPairs(
                    PeriodCounts.wanted(q.scope(), q.period(), q.version()),
                    week -> use.accept(week.week().version(), week.pairs()));
        } else {
            // Pairs are not stored by day: what was known at that time is counted from the shipments.
            Instant moment =
                    knownOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
            kept.declaredIn(PeriodCounts.wanted(q.scope(), q.period(), q.version()), shipment -> {
                int version = shipment.decision().version();
                if (q.version() == null || q.version() == version) {
                    shipment.standingOn(moment).ifPresent(then -> use.accept(version, Contribution.toPairs(then)));
                }
            });
        }
    }

    private static Pair pair(Key key, OutcomeCounts tally, Map<RuleKey, OutcomeCounts> single) {
        long fired = tally.get(Measure.FIRED);
        return new Pair(
                key.version(),
                key.first(),
                key.second(),
                fired,
                share(fired, key.version(), key.first(), single),
                share(fired, key.version(), key.second(), single),
                Findings.of(tally, Findings.NO_BASELINE));
    }

    private static double share(long fired, int version, String rule, Map<RuleKey, OutcomeCounts> single) {
        long alone = single.getOrDefault(new RuleKey(version, rule), OutcomeCounts.NONE)
                .get(Measure.FIRED);
        // A batch folded between the two reads can make the pair's count larger than the rule's.
        return alone == 0 ? 0 : Math.min(1, (double) fired / alone);
    }
}
