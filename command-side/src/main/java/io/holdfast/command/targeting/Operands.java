package io.holdfast.command.targeting;

import dev.cel.common.ast.CelExpr;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The operands of a part of a condition, in the order in which they are written. */
final class Operands {
    private Operands() {}

    /** The operands of an operator, a call, a selection, a list or a map; empty for anything else. */
    static List<CelExpr> of(CelExpr part) {
        return switch (part.getKind()) {
            case CALL ->
                Stream.concat(part.call().target().stream(), part.call().args().stream())
                        .toList();
            case SELECT -> List.of(part.select().operand());
            case LIST -> part.list().elements();
            case MAP ->
                part.map().entries().stream()
                        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                        .toList();
            default -> List.of();
        };
    }

    /** A copy of the part with other operands, of the same number. */
    static CelExpr replaced(CelExpr part, List<CelExpr> operands) {
        Iterator<CelExpr> next = operands.iterator();
        var copy = part.toBuilder();
        switch (part.getKind()) {
            case CALL -> {
                var call = part.call().toBuilder();
                part.call().target().ifPresent(_ -> call.setTarget(next.next()));
                copy.setCall(call.clearArgs().addArgs(() -> next).build());
            }
            case SELECT ->
                copy.setSelect(part.select().toBuilder().setOperand(next.next()).build());
            case LIST -> {
                var list = part.list().toBuilder();
                for (int i = 0; i < part.list().elements().size(); i++) {
                    list.setElement(i, next.next());
                }
                copy.setList(list.build());
            }
            case MAP -> {
                var map = part.map().toBuilder();
                for (int i = 0; i < part.map().entries().size(); i++) {
                    var entry = part.map().entries().get(i).toBuilder();
                    map.setEntry(
                            i, entry.setKey(next.next()).setValue(next.next()).build());
                }
                copy.setMap(map.build());
            }
            default -> {}
        }
        return copy.build();
    }
}
