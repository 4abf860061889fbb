package io.holdfast.command.targeting;

import dev.cel.runtime.CelEvaluationException;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.ProfileScore;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rule set ready for screening. Immutable except for its counters, and thread-safe.
 *
 * <p>A condition that fails at evaluation (typically by looking up an attribute that this declaration lacks) counts as
 * not fired: the decision names the rule, the failure is counted and reported, and screening continues with the other
 * rules.
 */
final class CompiledRuleSet implements Screener {
    private static final int DECIMALS = 4;

    private final RuleSetRef ref;
    private final RuleSet ruleSet;
    private final RandomShare randomShare;
    private final List<Entry> entries = new ArrayList<>();
    private final List<ProfileTable> tables;
    private final FailureListener failures;

    /** A rule, its condition, and its weight when it fires; the weight is a decimal, so 0.1 ten times is exactly 1. */
    private record Entry(
            Rule rule, CelRules.Condition condition, BigDecimal weight, FiredRule fired, AtomicLong failures) {}

    CompiledRuleSet(RuleSetRef ref, RuleSet ruleSet, List<CelRules.Condition> conditions, FailureListener failures) {
        this.ref = ref;
        this.failures = failures;
        this.ruleSet = ruleSet;
        this.randomShare = new RandomShare(ruleSet.seed(), ruleSet.randomShare());
        this.tables = ruleSet.profiles().stream().map(ProfileTable::new).toList();
        for (int i = 0; i < conditions.size(); i++) {
            Rule rule = ruleSet.rules().get(i);
            entries.add(new Entry(
                    rule,
                    conditions.get(i),
                    BigDecimal.valueOf(rule.weight()),
                    new FiredRule(rule.id(), rule.weight(), rule.instruction()),
                    new AtomicLong()));
        }
    }

    RuleSetRef ref() {
        return ref;
    }

    @Override
    public ScreeningDecision screen(Declaration declaration) {
        var facts = Facts.of(declaration);
        var fired = new ArrayList<FiredRule>();
        var failed = new ArrayList<FailedRule>();
        BigDecimal score = BigDecimal.ZERO;
        for (Entry entry : entries) {
            try {
                if (fires(entry, facts)) {
                    fired.add(entry.fired());
                    score = score.add(entry.weight());
                }
            } catch (CelEvaluationException | RuntimeException | StackOverflowError e) {
                failed.add(failed(entry, EvaluationFailure.of(e)));
            }
        }
        List<ProfileScore> profiles = profiles(declaration);
        return decide(declaration, score(score, profiles), fired, failed, profiles);
    }

    private List<ProfileScore> profiles(Declaration declaration) {
        if (tables.isEmpty()) {
            return List.of();
        }
        var known = new ArrayList<ProfileScore>(tables.size());
        for (ProfileTable table : tables) {
            ProfileScore score = table.of(declaration);
            if (score != null) {
                known.add(score);
            }
        }
        return known;
    }

    /**
     * Profile scores are logarithms, so the sum is rounded to be the same on every machine. Without profiles it is
     * exact.
     */
    private static double score(BigDecimal rules, List<ProfileScore> profiles) {
        if (profiles.isEmpty()) {
            return rules.doubleValue();
        }
        double sum = 0;
        for (ProfileScore profile : profiles) {
            sum += profile.contribution();
        }
        return rules.add(BigDecimal.valueOf(sum))
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private ScreeningDecision decide(
            Declaration declaration,
            double score,
            List<FiredRule> fired,
            List<FailedRule> failed,
            List<ProfileScore> profiles) {
        boolean reached = score >= ruleSet.threshold();
        double propensity = reached ? 1 : ruleSet.randomShare();
        var screening = new Screening(ref, score, ruleSet.threshold(), fired, failed, profiles, propensity);
        if (reached) {
            return new ScreeningDecision(screening, SelectionBasis.RULES);
        }
        return randomShare.includes(declaration.shipmentId())
                ? new ScreeningDecision(screening, SelectionBasis.RANDOM)
                : new ScreeningDecision(screening, null);
    }

    private static boolean fires(Entry entry, Map<String, Object> facts) throws CelEvaluationException {
        return !entry.condition().guard().excludes(facts)
                && Boolean.TRUE.equals(entry.condition().program().eval(facts));
    }

    private FailedRule failed(Entry entry, EvaluationFailure failure) {
        FailedRule failed = failure.of(entry.rule());
        failures.failed(ref, failed, failure.code(), entry.failures().incrementAndGet() == 1);
        return failed;
    }

    /** Failed evaluations per rule on this node since the rule set was loaded; rules without a failure are left out. */
    Map<RuleId, Long> failures() {
        var failures = new TreeMap<RuleId, Long>(Comparator.comparing(RuleId::value));
        for (Entry entry : entries) {
            long count = entry.failures().get();
            if (count > 0) {
                failures.put(entry.rule().id(), count);
            }
        }
        return failures;
    }
}
