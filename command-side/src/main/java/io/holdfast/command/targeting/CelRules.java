package io.holdfast.command.targeting;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.Program;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.AstDepthLimitValidator;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import io.holdfast.targeting.ConditionPlace;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of a rule set (Common Expression Language, github.com/google/cel-spec) over {@link Facts}.
 *
 * <p>The size of a condition bounds its cost: the only macro is {@code has}, so nothing loops; a condition has at most
 * {@value #MAX_NODES} nodes, {@value #MAX_DEPTH} levels deep; regular expressions are constants and run on RE2, in
 * linear time ({@link Patterns}); the maximum cost is calculated in advance ({@link ConditionCost}). No function reads
 * the clock or does I/O: the same facts give the same answer.
 *
 * <p>Drafts and publications are {@linkplain #check checked} against all of these limits. Stored rule sets are only
 * {@linkplain #compile compiled}: an older release may have accepted what is refused today; such a rule then fails at
 * evaluation, within the same bounds, and screening continues.
 */
final class CelRules {
    static final int MAX_NODES = 1000;
    static final int MAX_DEPTH = 48;
    private static final int MAX_CODE_POINTS = 4000;
    private static final int MAX_ATTRIBUTE_NAME = 64;
    private static final int ISSUES_SHOWN = 3;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_CODE_POINTS)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxParseExpressionNodeCount(MAX_NODES)
            .comprehensionMaxIterations(1)
            .build();

    private static final Cel CEL = CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.HAS)
            .addVarDeclarations(Facts.declarations())
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build())
            .addFunctionBindings(CelFunctionBinding.fromOverloads(
                    "matches",
                    CelFunctionBinding.from("matches", String.class, String.class, Patterns::found),
                    CelFunctionBinding.from("matches_string", String.class, String.class, Patterns::found)))
            .build();

    private static final CelValidator VALIDATOR = CelValidatorFactory.standardCelValidatorBuilder(CEL)
            .addAstValidators(
                    AstDepthLimitValidator.newInstance(MAX_DEPTH),
                    TimestampLiteralValidator.INSTANCE,
                    DurationLiteralValidator.INSTANCE)
            .build();

    private CelRules() {}

    /**
     * A compiled condition.
     *
     * @param guard cheap check that finds out when the program would yield false
     * @param program evaluates the condition when the guard cannot tell
     * @param attributes names of the declared attributes that the condition may look up
     */
    record Condition(ConditionPrefilter guard, Program program, Set<String> attributes) {}

    /**
     * Compiles every condition of a stored rule set.
     *
     * @throws BadConditionException naming the rule and, by line and column, the position that does not compile or does
     *     not yield a boolean
     */
    static CompiledRuleSet compile(RuleSetRef ref, RuleSet ruleSet) {
        return compile(ref, ruleSet, FailureListener.NONE);
    }

    /** As {@link #compile(RuleSetRef, RuleSet)}, with a listener for rules that fail. */
    static CompiledRuleSet compile(RuleSetRef ref, RuleSet ruleSet, FailureListener failures) {
        List<Condition> conditions =
                ruleSet.rules().stream().map(CelRules::condition).toList();
        return new CompiledRuleSet(ref, ruleSet, conditions, failures);
    }

    /**
     * Checks that every condition may be drafted or published.
     *
     * @throws BadConditionException as {@link #compile}, and for a condition that is too large or too costly, or whose
     *     regular expression is not a constant or is rejected by the engine
     * @throws InvalidValueException when the conditions together cost too much
     */
    static void check(RuleSet ruleSet) {
        long cost = 0;
        for (Rule rule : ruleSet.rules()) {
            cost += ConditionCost.of(checked(rule)).total();
        }
        if (cost > ConditionCost.MAX_TOGETHER) {
            throw new InvalidValueException(
                    "rules",
                    "cost too much together: up to " + cost + " steps for one declaration, "
                            + ConditionCost.MAX_TOGETHER + " are allowed");
        }
    }

    /** @throws BadConditionException as {@link #compile} */
    static Condition condition(Rule rule) {
        return condition(rule, compiled(rule));
    }

    /** @param ast the {@linkplain #compiled compiled} condition of the rule */
    static Condition condition(Rule rule, CelAbstractSyntaxTree ast) {
        try {
            return new Condition(ConditionPrefilter.of(ast.getExpr()), program(ast), attributes(ast));
        } catch (CelEvaluationException e) {
            throw new BadConditionException(rule.id(), null, "does not compile: " + e.getMessage());
        }
    }

    /** @throws BadConditionException as {@link #compile} */
    static CelAbstractSyntaxTree compiled(Rule rule) {
        try {
            CelAbstractSyntaxTree ast = accepted(CEL.compile(rule.condition()), rule.id());
            if (!ast.getResultType().equals(SimpleType.BOOL)) {
                throw new BadConditionException(
                        rule.id(),
                        null,
                        "must yield a boolean, yields " + ast.getResultType().name());
            }
            return ast;
        } catch (CelValidationException e) {
            throw new BadConditionException(rule.id(), null, "does not compile: " + e.getMessage());
        }
    }

    private static CelAbstractSyntaxTree checked(Rule rule) {
        CelAbstractSyntaxTree ast = compiled(rule);
        try {
            CelAbstractSyntaxTree valid = accepted(VALIDATOR.validate(ast), rule.id());
            withPatterns(rule, valid);
            return affordable(rule, valid);
        } catch (CelValidationException e) {
            throw new BadConditionException(rule.id(), null, "does not compile: " + e.getMessage());
        }
    }

    /** The program that evaluates the condition. */
    static Program program(CelAbstractSyntaxTree ast) throws CelEvaluationException {
        return CEL.createProgram(ast);
    }

    private static Set<String> attributes(CelAbstractSyntaxTree ast) {
        return parts(ast)
                .<String>mapMulti((part, names) -> {
                    if (part.getKind() == Kind.SELECT) {
                        names.accept(part.select().field());
                    } else if (part.getKind() == Kind.CALL
                            && part.call().function().equals("_[_]")
                            && isText(part.call().args().getLast())) {
                        names.accept(part.call().args().getLast().constant().stringValue());
                    }
                })
                .filter(name -> !name.isBlank() && name.length() <= MAX_ATTRIBUTE_NAME)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isText(CelExpr part) {
        return part.getKind() == Kind.CONSTANT && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static Stream<CelExpr> parts(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast).getRoot().allNodes().map(CelNavigableExpr::expr);
    }

    private static void withPatterns(Rule rule, CelAbstractSyntaxTree ast) {
        parts(ast)
                .filter(part ->
                        part.getKind() == Kind.CALL && part.call().function().equals("matches"))
                .forEach(part -> withPattern(rule, ast, part.call().args().getLast()));
    }

    private static void withPattern(Rule rule, CelAbstractSyntaxTree ast, CelExpr pattern) {
        String reason = null;
        if (!isText(pattern)) {
            reason = "must be a constant, so that what it costs is known";
        } else {
            try {
                Patterns.compile(pattern.constant().stringValue());
            } catch (BadPatternException e) {
                reason = e.getMessage();
            }
        }
        if (reason != null) {
            ConditionPlace place = place(rule, ast, pattern);
            throw new BadConditionException(
                    rule.id(), place, "does not compile: " + before(place) + "the regular expression " + reason);
        }
    }

    static String before(@Nullable ConditionPlace place) {
        return place == null ? "" : place.words() + ": ";
    }

    private static CelAbstractSyntaxTree affordable(Rule rule, CelAbstractSyntaxTree ast) {
        ConditionCost cost = ConditionCost.of(ast);
        if (cost.total() <= ConditionCost.MAX) {
            return ast;
        }
        ConditionPlace place = place(rule, ast, cost.dearestPart());
        throw new BadConditionException(
                rule.id(),
                place,
                "costs too much: up to " + cost.total() + " steps for one declaration, " + ConditionCost.MAX
                        + " are allowed"
                        + (place == null ? "" : "; most at " + place.words()));
    }

    /** The position of a part of a condition; null when unknown. */
    static @Nullable ConditionPlace place(Rule rule, CelAbstractSyntaxTree ast, CelExpr part) {
        Integer offset = ast.getSource().getPositionsMap().get(part.id());
        return offset == null ? null : ConditionPlace.of(rule.condition(), offset);
    }

    private static CelAbstractSyntaxTree accepted(CelValidationResult result, RuleId rule)
            throws CelValidationException {
        if (result.hasError()) {
            String reasons = result.getErrors().stream()
                    .limit(ISSUES_SHOWN)
                    .map(CelRules::shown)
                    .collect(Collectors.joining("; "));
            throw new BadConditionException(rule, place(result.getErrors().getFirst()), "does not compile: " + reasons);
        }
        return result.getAst();
    }

    /** CEL counts columns from 0; people and editors count from 1. */
    private static @Nullable ConditionPlace place(CelIssue issue) {
        var at = issue.getSourceLocation();
        return at.getLine() < 1 || at.getColumn() < 0 ? null : new ConditionPlace(at.getLine(), at.getColumn() + 1);
    }

    private static String shown(CelIssue issue) {
        ConditionPlace place = place(issue);
        return before(place) + issue.getMessage();
    }
}
