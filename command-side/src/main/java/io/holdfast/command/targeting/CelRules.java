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
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compiles the conditions of a rule set (Common Expression Language, github.com/google/cel-spec) over {@link Facts}.
 *
 * <p>The cost of a condition is bounded by its size: of the macros only {@code has} exists, so that nothing loops; a
 * condition holds at most {@value #MAX_NODES} nodes, {@value #MAX_DEPTH} levels deep; regular expressions are RE2, linear
 * in the text. There is no function that tells the time, reads or writes anything: the same facts give the same answer.
 */
final class CelRules {
    static final int MAX_NODES = 1000;
    static final int MAX_DEPTH = 48;
    private static final int MAX_CODE_POINTS = 4000;
    private static final int MAX_REGEX_PROGRAM = 2000;
    private static final int ISSUES_SHOWN = 3;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_CODE_POINTS)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxRegexProgramSize(MAX_REGEX_PROGRAM)
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
     * Compiles every condition.
     *
     * @throws InvalidValueException that names the rule and, by line and column, what does not compile, does not yield a
     *     boolean or is too large
     */
    static CompiledRuleSet compile(RuleSetRef ref, RuleSet ruleSet) {
        return new CompiledRuleSet(ref, ruleSet, conditions(ruleSet));
    }

    /** @throws InvalidValueException as {@link #compile} */
    static void check(RuleSet ruleSet) {
        var _ = conditions(ruleSet);
    }

    private static List<Program> conditions(RuleSet ruleSet) {
        var programs = new ArrayList<Program>(ruleSet.rules().size());
        for (Rule rule : ruleSet.rules()) {
            programs.add(condition(rule));
        }
        return programs;
    }

    private static Program condition(Rule rule) {
        String name = "rules." + rule.id() + ".condition";
        try {
            CelAbstractSyntaxTree ast = accepted(CEL.compile(rule.condition()), name);
            if (!ast.getResultType().equals(SimpleType.BOOL)) {
                throw new InvalidValueException(
                        name,
                        "must yield a boolean, yields " + ast.getResultType().name());
            }
            accepted(VALIDATOR.validate(ast), name);
            return CEL.createProgram(ast);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new InvalidValueException(name, "does not compile: " + e.getMessage());
        }
    }

    private static CelAbstractSyntaxTree accepted(CelValidationResult result, String name)
            throws CelValidationException {
        if (result.hasError()) {
            throw new InvalidValueException(
                    name,
                    "does not compile: "
                            + result.getErrors().stream()
                                    .limit(ISSUES_SHOWN)
                                    .map(CelRules::shown)
                                    .collect(Collectors.joining("; ")));
        }
        return result.getAst();
    }

    private static String shown(CelIssue issue) {
        var at = issue.getSourceLocation();
        // CEL counts columns from 0; people and editors from 1.
        return at.getLine() < 1
                ? issue.getMessage()
                : String.format(
                        Locale.ROOT, "line %d, column %d: %s", at.getLine(), at.getColumn() + 1, issue.getMessage());
    }
}
