package io.holdfast.command.targeting;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.ConditionPlace;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tries a rule set on made-up declarations with the real screener, before it may be drafted, published, proposed or
 * approved. Runs on a thread of its own: any failure there is a refusal, and affects nobody else.
 */
final class Trial {
    /** The maximum size of a content, in bytes as {@link ContentHash} counts them. */
    static final int MAX_BYTES = 4_000_000;

    private static final Duration MOST = Duration.ofSeconds(20);

    private Trial() {}

    /**
     * Tries a rule set.
     *
     * @throws BadConditionException for a condition that {@link CelRules#check} refuses, that fails for every trial
     *     declaration, or a part of which does ({@link PartTrial})
     * @throws InvalidValueException for a content of more than {@value #MAX_BYTES} bytes, for rules or profiles that
     *     cannot be evaluated, or for a trial that takes longer than twenty seconds
     */
    static void of(RuleSet ruleSet) {
        int size = ContentHash.size(ruleSet);
        if (size > MAX_BYTES) {
            throw new InvalidValueException(
                    "ruleSet", "must have at most " + MAX_BYTES + " bytes of rules and profiles, has " + size);
        }
        var trial = new FutureTask<@Nullable Void>(() -> {
            run(ruleSet);
            return null;
        });
        Thread.ofPlatform().name("rule-set-trial").daemon().start(trial);
        try {
            var _ = trial.get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        } catch (TimeoutException _) {
            trial.cancel(true);
            throw new InvalidValueException("rules", "take more than " + MOST.toSeconds() + " s to be tried");
        } catch (InterruptedException _) {
            trial.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a rule set was tried");
        }
    }

    private static RuntimeException refusal(@Nullable Throwable cause) {
        return switch (cause) {
            case BadConditionException refused -> refused;
            case InvalidValueException refused -> refused;
            case null, default -> new InvalidValueException("rules", "cannot be tried: " + cause);
        };
    }

    private static void run(RuleSet ruleSet) throws InterruptedException {
        CelRules.check(ruleSet);
        ruleSet.profiles().forEach(Trial::finite);
        List<CelRules.Condition> conditions = new ArrayList<>();
        for (Rule rule : ruleSet.rules()) {
            conditions.add(deciding(rule));
        }
        var ref = new RuleSetRef(1, ContentHash.of(ruleSet));
        var screener = new CompiledRuleSet(ref, ruleSet, conditions, FailureListener.NONE);
        for (Declaration declaration : TrialDeclarations.largest()) {
            going();
            var _ = screener.screen(declaration);
        }
    }

    private static void finite(RiskProfile profile) {
        for (RiskProfile.Cell cell : profile.cells()) {
            if (!Double.isFinite(profile.contribution(cell))) {
                throw new InvalidValueException(
                        "profiles." + profile.id() + ".cells",
                        "must add a number to the score, and " + cell.values() + " does not: smoothing "
                                + profile.smoothing() + " and base rate " + profile.baseRate() + " are too extreme");
            }
        }
    }

    /**
     * A rule may fail for some declarations, as when it looks up an undeclared attribute; a rule that always fails is
     * useless.
     */
    private static CelRules.Condition deciding(Rule rule) throws InterruptedException {
        CelAbstractSyntaxTree ast = CelRules.compiled(rule);
        PartTrial.of(rule, ast);
        var condition = CelRules.condition(rule, ast);
        EvaluationFailure failure = null;
        for (Declaration declaration : TrialDeclarations.with(condition.attributes())) {
            going();
            try {
                if (condition.program().eval(Facts.of(declaration)) instanceof Boolean) {
                    return condition;
                }
            } catch (CelEvaluationException e) {
                failure = EvaluationFailure.of(e);
            }
        }
        throw alwaysFails(rule, failure == null ? null : failure.place(rule), failure);
    }

    static BadConditionException alwaysFails(
            Rule rule, @Nullable ConditionPlace place, @Nullable EvaluationFailure failure) {
        String reason = failure == null ? "it yields no boolean" : failure.reason();
        return new BadConditionException(
                rule.id(), place, "fails for every declaration it was tried with: " + CelRules.before(place) + reason);
    }

    static void going() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
