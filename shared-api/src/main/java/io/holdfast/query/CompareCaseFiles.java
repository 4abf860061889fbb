package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: the differences between two states of a case.
 *
 * @param shipment the shipment of the case
 * @param from the state before
 * @param to the state after; if it is earlier than {@code from}, the changes are the ones that undo
 * @param scope the ports that the caller may see
 * @param withLogic whether score, rules and propensity are compared
 */
public record CompareCaseFiles(ShipmentId shipment, AsOf from, AsOf to, PortScope scope, boolean withLogic) {
    /** The answer; absent when the case does not exist in scope, did not exist yet, or has not reached the version. */
    public record Answer(@Nullable Comparison comparison) {}

    /**
     * The differences between two states of a case.
     *
     * @param from the version before
     * @param to the version after
     * @param changes applied in this order, they turn the earlier file into the later one
     */
    public record Comparison(ShipmentId shipmentId, long from, long to, List<Change> changes) {
        public Comparison {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One changed place in the file. Values are as in JSON: string, number, boolean, list, or map by name.
     *
     * @param path a JSON pointer (RFC 6901) into the case file
     * @param before absent when there was nothing
     * @param after absent when the value was removed
     */
    public record Change(
            String path, @Nullable Object before, @Nullable Object after) {}
}
