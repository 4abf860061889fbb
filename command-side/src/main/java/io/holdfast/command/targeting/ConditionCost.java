package io.holdfast.command.targeting;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.stream.Stream;

/**
 * The maximum cost of a condition for one declaration, in steps of about one character each: an upper bound calculated
 * from the condition's text and the maximum lengths of the facts, so no declaration can make a rule slow.
 */
final class ConditionCost {
    /** The limit for one condition: some hundredths of a second in the worst case. */
    static final long MAX = 5_000_000;
    /** The limit for all conditions of a rule set together. */
    static final long MAX_TOGETHER = 50_000_000;

    private static final long DESCRIPTION = 1000;
    private static final long ATTRIBUTE = 200;
    private static final long ATTRIBUTES = 40 * (64 + ATTRIBUTE);
    private static final long OTHER_TEXT = 64;

    private long total;
    private long dearest;
    private CelExpr dearestPart;

    private ConditionCost(CelExpr whole) {
        dearestPart = whole;
    }

    static ConditionCost of(CelAbstractSyntaxTree ast) {
        var cost = new ConditionCost(ast.getExpr());
        long _ = cost.add(ast.getExpr());
        return cost;
    }

    /** The total cost in steps. */
    long total() {
        return total;
    }

    /** The part of the condition with the highest cost of its own. */
    CelExpr dearestPart() {
        return dearestPart;
    }

    /** Adds the cost of a part and its subparts; returns the maximum length of its result in characters. */
    private long add(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> spend(part, 1, length(part.constant()));
            case IDENT -> spend(part, 1, length(part.ident().name()));
            case SELECT -> {
                long _ = add(part.select().operand());
                yield spend(part, 1, ATTRIBUTE);
            }
            case CALL -> call(part);
            case LIST -> spend(part, 1, addAll(part.list().elements().stream()));
            case MAP ->
                spend(
                        part,
                        1,
                        addAll(part.map().entries().stream().flatMap(entry -> Stream.of(entry.key(), entry.value()))));
            case STRUCT ->
                spend(part, 1, addAll(part.struct().entries().stream().map(entry -> entry.value())));
            // The looping macros are disabled; a comprehension is refused rather than estimated.
            case COMPREHENSION, NOT_SET -> spend(part, MAX + 1, 0);
        };
    }

    private long addAll(Stream<CelExpr> parts) {
        return parts.mapToLong(this::add).sum();
    }

    private long call(CelExpr part) {
        List<CelExpr> operands = Stream.concat(part.call().target().stream(), part.call().args().stream())
                .toList();
        long[] lengths = operands.stream().mapToLong(this::add).toArray();
        long all = 0;
        for (long length : lengths) {
            all += length;
        }
        return switch (part.call().function()) {
            case "matches" -> spend(part, (lengths[0] + 1) * program(operands.getLast()), 0);
            case "contains" -> spend(part, (lengths[0] + 1) * (lengths[1] + 1), 0);
            case "_?_:_" -> spend(part, 1, Math.max(lengths[1], lengths[2]));
            case "_[_]" -> spend(part, 1, ATTRIBUTE);
            case "_&&_", "_||_", "!_" -> spend(part, 1, 0);
            default -> spend(part, 1 + all, all);
        };
    }

    /** The program size of a pattern; one that is not a constant counts as the largest allowed. */
    private static long program(CelExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return Patterns.MAX_PROGRAM;
        }
        return Math.min(
                Patterns.MAX_PROGRAM,
                PatternSize.of(pattern.constant().stringValue()).program());
    }

    private long spend(CelExpr part, long steps, long characters) {
        total += steps;
        if (steps > dearest) {
            dearest = steps;
            dearestPart = part;
        }
        return characters;
    }

    private static long length(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                ? constant.stringValue().length()
                : 1;
    }

    private static long length(String fact) {
        return switch (fact) {
            case "description" -> DESCRIPTION;
            case "attributes" -> ATTRIBUTES;
            default -> OTHER_TEXT;
        };
    }
}
