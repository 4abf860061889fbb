package io.holdfast.command.targeting;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out without CEL when a condition is certainly false. Most rules do not apply to most shipments, and most
 * conditions show this in a comparison with a constant. In CEL a false operand makes a conjunction false whatever the
 * others yield, even a failure, so a guard never changes a result or a failure count: whatever it does not understand
 * it leaves to CEL.
 */
@FunctionalInterface
interface ConditionPrefilter {
    /** Leaves every condition to CEL. */
    ConditionPrefilter NEVER = _ -> false;

    /** Whether the condition is certainly false for these facts. */
    boolean excludes(Map<String, Object> facts);

    /** The guard for a condition. */
    static ConditionPrefilter of(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> isFalse(part.ident().name(), false);
            case SELECT ->
                part.select().testOnly() && isAttributes(part.select().operand())
                        ? lacks(part.select().field())
                        : NEVER;
            case CALL -> call(part);
            default -> NEVER;
        };
    }

    private static ConditionPrefilter call(CelExpr part) {
        List<CelExpr> operands = Stream.concat(part.call().target().stream(), part.call().args().stream())
                .toList();
        return switch (part.call().function()) {
            case "_&&_" -> any(of(operands.get(0)), of(operands.get(1)));
            case "_||_" -> both(of(operands.get(0)), of(operands.get(1)));
            case "!_" ->
                operands.getFirst().getKind() == Kind.IDENT
                        ? isFalse(operands.getFirst().ident().name(), true)
                        : NEVER;
            case "@in" -> among(operands.get(0), operands.get(1));
            case "startsWith" -> text(operands, String::startsWith);
            case "endsWith" -> text(operands, String::endsWith);
            case "contains" -> text(operands, String::contains);
            case "_==_" -> first(text(operands, String::equals), number(operands, (a, b) -> a.doubleValue() == b));
            case "_!=_" ->
                first(text(operands, (a, b) -> !a.equals(b)), number(operands, (a, b) -> a.doubleValue() != b));
            case "_<_" -> number(operands, (a, b) -> a < b);
            case "_<=_" -> number(operands, (a, b) -> a <= b);
            case "_>_" -> number(operands, (a, b) -> a > b);
            case "_>=_" -> number(operands, (a, b) -> a >= b);
            default -> NEVER;
        };
    }

    private static ConditionPrefilter any(ConditionPrefilter one, ConditionPrefilter other) {
        if (one == NEVER || other == NEVER) {
            return one == NEVER ? other : one;
        }
        return facts -> one.excludes(facts) || other.excludes(facts);
    }

    private static ConditionPrefilter both(ConditionPrefilter one, ConditionPrefilter other) {
        return one == NEVER || other == NEVER ? NEVER : facts -> one.excludes(facts) && other.excludes(facts);
    }

    private static ConditionPrefilter first(ConditionPrefilter one, ConditionPrefilter other) {
        return one == NEVER ? other : one;
    }

    private static ConditionPrefilter isFalse(String fact, boolean negated) {
        return facts -> facts.get(fact) instanceof Boolean holds && holds == negated;
    }

    private static ConditionPrefilter lacks(String attribute) {
        return facts -> facts.get("attributes") instanceof Map<?, ?> attributes && !attributes.containsKey(attribute);
    }

    /** A comparison of two texts, each a fact, an attribute or a constant. */
    private static ConditionPrefilter text(List<CelExpr> operands, BiPredicate<String, String> holds) {
        Text one = Text.of(operands.get(0));
        Text other = Text.of(operands.get(1));
        if (one == null || other == null) {
            return NEVER;
        }
        return facts -> {
            String a = one.in(facts);
            String b = other.in(facts);
            return a != null && b != null && !holds.test(a, b);
        };
    }

    private static ConditionPrefilter among(CelExpr sought, CelExpr list) {
        Text text = Text.of(sought);
        Set<String> values = constants(list);
        if (text == null || values == null) {
            return NEVER;
        }
        return facts -> {
            String value = text.in(facts);
            return value != null && !values.contains(value);
        };
    }

    /** A comparison of a fact and a constant, in this order. */
    private static ConditionPrefilter number(List<CelExpr> operands, BiPredicate<Double, Double> holds) {
        CelExpr fact = operands.get(0);
        Double constant = number(operands.get(1));
        if (fact.getKind() != Kind.IDENT || constant == null) {
            return NEVER;
        }
        String name = fact.ident().name();
        return facts -> facts.get(name) instanceof Double value && !holds.test(value, constant);
    }

    private static @Nullable Double number(CelExpr part) {
        if (part.getKind() != Kind.CONSTANT) {
            return null;
        }
        return switch (part.constant().getKind()) {
            case DOUBLE_VALUE -> part.constant().doubleValue();
            // Beyond 2^53 a long may have no exact double.
            case INT64_VALUE ->
                Math.abs(part.constant().int64Value()) < 1L << 53
                        ? (double) part.constant().int64Value()
                        : null;
            default -> null;
        };
    }

    private static @Nullable Set<String> constants(CelExpr list) {
        if (list.getKind() != Kind.LIST) {
            return null;
        }
        var values = new HashSet<String>();
        for (CelExpr element : list.list().elements()) {
            if (element.getKind() != Kind.CONSTANT || element.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
                return null;
            }
            values.add(element.constant().stringValue());
        }
        return values;
    }

    private static boolean isAttributes(CelExpr part) {
        return part.getKind() == Kind.IDENT && part.ident().name().equals("attributes");
    }

    /** A text that is available without CEL; null when it is not, as for an attribute that was not declared. */
    interface Text {
        @Nullable String in(Map<String, Object> facts);

        static @Nullable Text of(CelExpr part) {
            return switch (part.getKind()) {
                case CONSTANT -> constant(part.constant());
                case IDENT -> fact(part.ident().name());
                case SELECT ->
                    !part.select().testOnly() && isAttributes(part.select().operand())
                            ? attribute(part.select().field())
                            : null;
                default -> null;
            };
        }

        private static @Nullable Text constant(CelConstant constant) {
            if (constant.getKind() != CelConstant.Kind.STRING_VALUE) {
                return null;
            }
            String text = constant.stringValue();
            return _ -> text;
        }

        private static Text fact(String name) {
            return facts -> facts.get(name) instanceof String text ? text : null;
        }

        private static Text attribute(String name) {
            return facts -> facts.get("attributes") instanceof Map<?, ?> all && all.get(name) instanceof String text
                    ? text
                    : null;
        }
    }
}
