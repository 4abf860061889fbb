package io.holdfast.command.targeting;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Values of each type on which parts of a condition are tried: typical ones, and the constants of the condition itself.
 */
final class TrialValues {
    private static final int MAX_CONSTANTS = 40;

    private final Set<Object> texts = new LinkedHashSet<>(TrialDeclarations.VALUES);
    private final Set<Object> numbers = new LinkedHashSet<>(List.of(0L, 1L, 2L, -1L));
    private final Set<Object> unsigned = new LinkedHashSet<>(List.of(UnsignedLong.ZERO, UnsignedLong.ONE));
    private final Set<Object> decimals = new LinkedHashSet<>(List.of(0.0, 1.0, -0.5, 2.0));

    TrialValues(CelAbstractSyntaxTree ast) {
        texts.addAll(List.of("", "0"));
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CONSTANT)
                .limit(MAX_CONSTANTS)
                .forEach(node -> add(node.expr().constant()));
    }

    private void add(CelConstant constant) {
        switch (constant.getKind()) {
            case STRING_VALUE -> texts.add(constant.stringValue());
            case INT64_VALUE -> numbers.add(constant.int64Value());
            case UINT64_VALUE -> unsigned.add(constant.uint64Value());
            case DOUBLE_VALUE -> decimals.add(constant.doubleValue());
            default -> {}
        }
    }

    /** The value of a constant; empty for kinds that are not needed. */
    static List<Object> of(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> List.of(constant.stringValue());
            case INT64_VALUE -> List.of(constant.int64Value());
            case UINT64_VALUE -> List.of(constant.uint64Value());
            case DOUBLE_VALUE -> List.of(constant.doubleValue());
            case BOOLEAN_VALUE -> List.of(constant.booleanValue());
            case BYTES_VALUE -> List.of(constant.bytesValue());
            default -> List.of();
        };
    }

    /** Values of a type; empty for a type that is not a single value or is unknown in advance. */
    List<Object> of(CelType type) {
        return switch (type.kind()) {
            case BOOL -> List.of(true, false);
            case STRING -> new ArrayList<>(texts);
            case INT -> new ArrayList<>(numbers);
            case UINT -> new ArrayList<>(unsigned);
            case DOUBLE -> new ArrayList<>(decimals);
            case TIMESTAMP -> List.of(Instant.EPOCH, Instant.parse("2026-03-09T00:00:00Z"));
            case DURATION -> List.of(Duration.ofSeconds(60), Duration.ZERO, Duration.ofSeconds(-60));
            case BYTES -> List.of(CelByteString.copyFromUtf8("a"), CelByteString.EMPTY);
            default -> List.of();
        };
    }
}
