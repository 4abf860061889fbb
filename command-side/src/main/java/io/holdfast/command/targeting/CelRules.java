package io.holdfast.command.targeting;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.AstDepthLimitValidator;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import io.holdfast.command.targeting.BadCondition.Place;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the conditions of a rule set (Common Expression Language, github.com/google/cel-spec) over {@link Facts}.
 *
 * <p>The cost of a condition is bounded by its size: of the macros only {@code has} exists, so that nothing loops; a
 * condition holds at most {@value #MAX_NODES} nodes, {@value #MAX_DEPTH} levels deep; regular expressions are RE2, linear
 * in the text; what it can cost at most is worked out beforehand ({@link ConditionCost}). There is no function that tells the time, reads or writes anything: the same facts give the same answer.
 */
final class CelRules {
    static final int MAX_NODES = 1000;
    static final int MAX_DEPTH = 48;
    private static final int MAX_CODE_POINTS = 4000;
    private static final int ISSUES_SHOWN = 3;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_CODE_POINTS)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxRegexProgramSize(ConditionCost.MAX_REGEX_PROGRAM)
            .comprehensionMaxIterations(1)
            .build();

    private static final Cel CEL = CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.HAS)
            .addVarDeclarations(Facts.declarations())
            .build();

    private static final CelValidator VALIDATOR = CelValidatorFactory.standardCelValidatorBuilder(CEL)
            .addAstValidators(
                    AstDepthLimitValidator.newInstance(MAX_DEPTH),
                    RegexLiteralValidator.INSTANCE,
                    TimestampLiteralValidator.INSTANCE,
                    DurationLiteralValidator.INSTANCE)
            .build();

    private CelRules() {}

    /**
     * A condition that compiles.
     *
     * @param guard tells at once where the program would yield false
     * @param program decides where the guard does not
     * @param cost steps for one declaration at most
     */
    record Condition(Guard guard, Program program, long cost) {}

    /**
     * Compiles every condition.
     *
     * @throws BadCondition that names the rule and, by line and column, what does not compile, does not yield a
     *     boolean, is too large or costs too much
     * @throws InvalidValueException for conditions that cost too much together
     */
    static CompiledRuleSet compile(RuleSetRef ref, RuleSet ruleSet) {
        return new CompiledRuleSet(ref, ruleSet, conditions(ruleSet));
    }

    /** @throws BadCondition as {@link #compile} */
    static void check(RuleSet ruleSet) {
        var _ = conditions(ruleSet);
    }

    private static List<Condition> conditions(RuleSet ruleSet) {
        var conditions = new ArrayList<Condition>(ruleSet.rules().size());
        long cost = 0;
        for (Rule rule : ruleSet.rules()) {
            Condition condition = condition(rule);
            cost += condition.cost();
            conditions.add(condition);
        }
        if (cost > ConditionCost.MAX_TOGETHER) {
            throw new InvalidValueException(
                    "rules",
                    "cost too much together: up to " + cost + " steps for one declaration, "
                            + ConditionCost.MAX_TOGETHER + " are allowed");
        }
        return conditions;
    }

    /** @throws BadCondition as {@link #compile} */
    static Condition condition(Rule rule) {
        CelAbstractSyntaxTree ast = checked(rule);
        return new Condition(
                Guard.of(ast.getExpr()),
                program(rule, ast),
                ConditionCost.of(ast).total());
    }

    private static Program program(Rule rule, CelAbstractSyntaxTree ast) {
        try {
            return CEL.createProgram(ast);
        } catch (CelEvaluationException e) {
            throw new BadCondition(rule.id(), null, "does not compile: " + e.getMessage());
        }
    }

    private static CelAbstractSyntaxTree checked(Rule rule) {
        try {
            CelAbstractSyntaxTree ast = accepted(CEL.compile(rule.condition()), rule.id());
            if (!ast.getResultType().equals(SimpleType.BOOL)) {
                throw new BadCondition(
                        rule.id(),
                        null,
                        "must yield a boolean, yields " + ast.getResultType().name());
            }
            return affordable(rule, accepted(VALIDATOR.validate(ast), rule.id()));
        } catch (CelValidationException e) {
            throw new BadCondition(rule.id(), null, "does not compile: " + e.getMessage());
        }
    }

    private static CelAbstractSyntaxTree affordable(Rule rule, CelAbstractSyntaxTree ast) {
        ConditionCost cost = ConditionCost.of(ast);
        if (cost.total() <= ConditionCost.MAX) {
            return ast;
        }
        Integer offset =
                ast.getSource().getPositionsMap().get(cost.dearestPart().id());
        Place place = offset == null ? null : place(rule.condition(), offset);
        throw new BadCondition(
                rule.id(),
                place,
                "costs too much: up to " + cost.total() + " steps for one declaration, " + ConditionCost.MAX
                        + " are allowed"
                        + (place == null ? "" : "; most at line " + place.line() + ", column " + place.column()));
    }

    /** @param offset in code points */
    private static Place place(String condition, int offset) {
        String before = condition.substring(0, condition.offsetByCodePoints(0, offset));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(line, 1 + before.codePointCount(lineStart, before.length()));
    }

    private static CelAbstractSyntaxTree accepted(CelValidationResult result, RuleId rule)
            throws CelValidationException {
        if (result.hasError()) {
            String reasons = result.getErrors().stream()
                    .limit(ISSUES_SHOWN)
                    .map(CelRules::shown)
                    .collect(Collectors.joining("; "));
            throw new BadCondition(rule, place(result.getErrors().getFirst()), "does not compile: " + reasons);
        }
        return result.getAst();
    }

    /** CEL counts columns from 0; people and editors from 1. */
    private static @Nullable Place place(CelIssue issue) {
        var at = issue.getSourceLocation();
        return at.getLine() < 1 ? null : new Place(at.getLine(), at.getColumn() + 1);
    }

    private static String shown(CelIssue issue) {
        Place place = place(issue);
        return place == null
                ? issue.getMessage()
                : String.format(
                        Locale.ROOT, "line %d, column %d: %s", place.line(), place.column(), issue.getMessage());
    }
}
