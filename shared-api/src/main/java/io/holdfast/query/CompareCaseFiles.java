package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What about a case is otherwise than it was?
 *
 * @param shipment whose case
 * @param from before
 * @param to after; may be earlier than {@code from}, and the changes are then those that undo
 * @param scope the ports that the caller sees
 * @param withLogic whether score, rules and propensity are compared
 */
public record CompareCaseFiles(ShipmentId shipment, AsOf from, AsOf to, PortScope scope, boolean withLogic) {
    /** Absent when there is no such case in scope, or was none then, or has no such version yet. */
    public record Answer(@Nullable Comparison comparison) {}

    /**
     * Two states of a case.
     *
     * @param from the version before
     * @param to the version after
     * @param changes applied in this order they make the file after from the file before
     */
    public record Comparison(ShipmentId shipmentId, long from, long to, List<Change> changes) {
        public Comparison {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One place of the file. Values are as in JSON: text, number, truth value, list, or map by names.
     *
     * @param path a JSON pointer (RFC 6901) into the case file
     * @param before absent when there was nothing
     * @param after absent when there is nothing any more
     */
    public record Change(
            String path, @Nullable Object before, @Nullable Object after) {}
}
