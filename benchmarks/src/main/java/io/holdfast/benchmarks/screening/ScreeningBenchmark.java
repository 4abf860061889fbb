package io.holdfast.benchmarks.screening;

import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.Screener;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Screens the same declarations alternately with our engine and with bare CEL, on the calling thread. Each round takes
 * about two seconds for each; the best round counts, because other work on the machine can only slow a round down.
 */
final class ScreeningBenchmark {
    private static final int DECLARATIONS = 20_000;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 200;

    private final int rounds;
    private final List<Declaration> traffic = Traffic.of(DECLARATIONS);
    private final RuleSet rules = SampleRuleSet.over(traffic);
    private final RuleSet rulesOnly = new RuleSet("Rules", rules.rules(), rules.threshold(), 0.01, 7);

    ScreeningBenchmark(int rounds) {
        this.rounds = rounds;
    }

    /** Declarations per second, the best of all rounds. */
    record Result(double whole, double withoutProfiles, double bare, double withFacts, int rounds) {
        String markdown() {
            return """
                    | screened by | declarations/s on one core | µs each |
                    | --- | ---: | ---: |
                    %s%s%s%s
                    Best of %d rounds; %d rules, %d declarations, one thread.
                    """.formatted(
                            row("100 rules and 5 profiles, decision and explanation", whole),
                            row("100 rules, decision and explanation", withoutProfiles),
                            row("bare CEL, the same 100 conditions, facts lie ready", bare),
                            row("bare CEL, facts made for each declaration", withFacts),
                            rounds,
                            SampleRuleSet.RULES,
                            DECLARATIONS);
        }

        String lastLine() {
            return String.format(
                    Locale.ROOT, "screening ours %.0f/s bare %.0f/s ours/bare %.2f", whole, bare, whole / bare);
        }

        private static String row(String what, double perSecond) {
            return String.format(Locale.ROOT, "| %s | %,.0f | %.1f |%n", what, perSecond, 1e6 / perSecond);
        }
    }

    Result run() {
        Screener whole = RuleSetScreeners.of(rules);
        Screener withoutProfiles = RuleSetScreeners.of(rulesOnly);
        var bare = new BareCel(rules.rules());
        List<Map<String, Object>> ready = traffic.stream().map(BareCel::facts).toList();
        double[] best = new double[4];
        for (int round = 0; round < rounds; round++) {
            keep(best, 0, i -> selected(whole, i));
            keep(best, 1, i -> selected(withoutProfiles, i));
            keep(best, 2, i -> bare.holding(ready.get(i)));
            keep(best, 3, i -> bare.holding(BareCel.facts(traffic.get(i))));
        }
        return new Result(best[0], best[1], best[2], best[3], rounds);
    }

    private long selected(Screener screener, int declaration) {
        return screener.screen(traffic.get(declaration)).selected() ? 1 : 0;
    }

    private static void keep(double[] best, int at, IntToLongFunction screening) {
        best[at] = Math.max(best[at], perSecond(screening));
    }

    private static double perSecond(IntToLongFunction screening) {
        long start = System.nanoTime();
        long done = 0;
        long sum = 0;
        while (System.nanoTime() - start < ROUND_NANOS) {
            for (int i = 0; i < BETWEEN_LOOKS_AT_THE_CLOCK; i++) {
                sum += screening.applyAsLong((int) (done++ % DECLARATIONS));
            }
        }
        if (sum < 0) { // The compiler may drop a result that is never used.
            throw new IllegalStateException("A count is never negative");
        }
        return done * 1e9 / (System.nanoTime() - start);
    }
}
