package io.holdfast.command.targeting;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.holdfast.targeting.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries every part of a condition by itself, so that no fault stays hidden behind a condition that no trial satisfies.
 *
 * <p>A part is an operator or function with its operands. Constants, and expressions made of constants alone, keep
 * their values. Declared facts, and expressions that only combine them (lists, maps, joined texts), take their values
 * from the trial declarations. Everything else takes any value of its type: declared attributes and descriptions,
 * lookup keys, and the results of other parts. A part that fails with all of them fails for every declaration, and is
 * refused.
 *
 * <p>A part that fails for some values only is not refused: it fails at run time, where the decision names the rule.
 * Parts whose operands are lists, maps or of a type unknown in advance are not tried, unless they are written out in
 * the condition.
 */
final class PartTrial {
    private static final int MAX_TURNS = 12;

    /** Functions that cannot fail for operands of their types. */
    private static final Set<String> TOTAL = Set.of(
            "_&&_",
            "_||_",
            "!_",
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "@in",
            "startsWith",
            "endsWith",
            "contains",
            "size");

    private final Rule rule;
    private final CelAbstractSyntaxTree ast;
    private final TrialValues values;
    private final List<Map<String, Object>> declarations;
    private final long unusedId;

    /** Where the values of an operand come from. */
    private enum Origin {
        CONSTANT,
        DECLARED,
        ANY
    }

    /** The values of an operand; for a declared one, those of the trial declarations, in order. */
    private record Operand(Origin origin, List<Object> values) {}

    private PartTrial(Rule rule, CelAbstractSyntaxTree ast) {
        this.rule = rule;
        this.ast = ast;
        this.values = new TrialValues(ast);
        this.unusedId = 1
                + ast.getTypeMap().keySet().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        this.declarations =
                TrialDeclarations.with(List.of()).stream().map(Facts::of).toList();
    }

    /**
     * Tries all parts.
     *
     * @param ast the compiled condition of the rule
     * @throws BadConditionException for a part that fails for every declaration; names the position of the innermost
     *     one
     */
    static void of(Rule rule, CelAbstractSyntaxTree ast) throws InterruptedException {
        var _ = new PartTrial(rule, ast).operand(ast.getExpr());
    }

    private Operand operand(CelExpr part) throws InterruptedException {
        return switch (part.getKind()) {
            case CONSTANT -> new Operand(Origin.CONSTANT, TrialValues.of(part.constant()));
            case IDENT -> fact(part);
            case SELECT, CALL, LIST, MAP -> tried(part);
            case STRUCT, COMPREHENSION, NOT_SET -> any(part);
        };
    }

    private Operand tried(CelExpr part) throws InterruptedException {
        Trial.going();
        List<CelExpr> parts = Operands.of(part);
        List<Operand> operands = new ArrayList<>();
        for (CelExpr each : parts) {
            operands.add(operand(each));
        }
        if (isTotal(part, parts, operands)) {
            return any(part);
        }
        if (isLookup(part) && operands.getLast().origin() != Origin.CONSTANT) {
            operands.set(1, any(parts.getLast()));
        }
        Program program =
                operands.stream().anyMatch(operand -> operand.values().isEmpty()) ? null : program(part, parts);
        return program == null ? any(part) : yielded(part, operands, results(part, program, operands));
    }

    private Operand yielded(CelExpr part, List<Operand> operands, List<Object> results) {
        Origin origin = operands.stream()
                .map(Operand::origin)
                .max(Comparator.naturalOrder())
                .orElse(Origin.CONSTANT);
        boolean kept = switch (origin) {
            case CONSTANT -> true;
            case DECLARED -> (isComposed(part) || isJoined(part)) && results.size() == declarations.size();
            case ANY -> isComposed(part);
        };
        return kept ? new Operand(origin, results) : any(part);
    }

    private boolean isTotal(CelExpr part, List<CelExpr> parts, List<Operand> operands) {
        return part.getKind() == Kind.CALL
                && TOTAL.contains(part.call().function())
                && parts.stream().noneMatch(each -> type(each).kind() == CelKind.DYN)
                && operands.stream().anyMatch(operand -> operand.origin() != Origin.CONSTANT);
    }

    private static boolean isLookup(CelExpr part) {
        return part.getKind() == Kind.CALL && part.call().function().equals("_[_]");
    }

    private static boolean isComposed(CelExpr part) {
        return part.getKind() == Kind.LIST
                || part.getKind() == Kind.MAP
                || part.getKind() == Kind.CALL && part.call().function().equals("dyn");
    }

    private boolean isJoined(CelExpr part) {
        return part.getKind() == Kind.CALL
                && part.call().function().equals("_+_")
                && type(part).kind() == CelKind.STRING;
    }

    /** A program for the part alone, with its operands as variables; null when it cannot be isolated. */
    private @Nullable Program program(CelExpr part, List<CelExpr> operands) {
        List<CelExpr> named = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            named.add(CelExpr.ofIdent(unusedId + i, name(i)));
        }
        try {
            return CelRules.program(CelAbstractSyntaxTree.newCheckedAst(
                    Operands.replaced(part, named), ast.getSource(), ast.getReferenceMap(), ast.getTypeMap()));
        } catch (CelEvaluationException _) {
            return null;
        }
    }

    private static String name(int operand) {
        return "@" + operand;
    }

    /** The results of the first turn that yields any. Each turn combines the operand values in another way. */
    private List<Object> results(CelExpr part, Program program, List<Operand> operands) throws InterruptedException {
        int most = operands.stream()
                .mapToInt(operand -> operand.values().size())
                .max()
                .orElse(1);
        boolean turning = operands.stream()
                        .filter(operand -> operand.origin() == Origin.ANY)
                        .count()
                > 1;
        EvaluationFailure failure = null;
        for (int turn = 0; turn < (turning ? MAX_TURNS : 1); turn++) {
            List<Object> results = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                Trial.going();
                try {
                    results.add(program.eval(bound(operands, i, turn)));
                } catch (CelEvaluationException | RuntimeException e) {
                    failure = EvaluationFailure.of(e);
                }
            }
            if (!results.isEmpty()) {
                return results;
            }
        }
        throw Trial.alwaysFails(rule, CelRules.place(rule, ast, part), failure);
    }

    private static Map<String, Object> bound(List<Operand> operands, int i, int turn) {
        var bound = new HashMap<String, Object>();
        for (int n = 0; n < operands.size(); n++) {
            List<Object> values = operands.get(n).values();
            int shift = operands.get(n).origin() == Origin.ANY ? n * turn : 0;
            bound.put(name(n), values.get((i + shift) % values.size()));
        }
        return bound;
    }

    private Operand fact(CelExpr part) {
        String name = part.ident().name();
        List<Object> declared = declarations.stream()
                .flatMap(facts -> Stream.ofNullable(facts.get(name)))
                .toList();
        return declared.isEmpty() || Facts.isFree(name) ? any(part) : new Operand(Origin.DECLARED, declared);
    }

    private Operand any(CelExpr part) {
        return new Operand(Origin.ANY, values.of(type(part)));
    }

    private CelType type(CelExpr part) {
        return ast.getType(part.id()).orElse(SimpleType.DYN);
    }
}
