package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.NoSuchShipmentException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.LinkCases;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Handles commands that concern two cases, in one unit of work: their events are committed together or not at all. */
final class TwoCases {
    private final Supplier<Repository<ShipmentAggregate>> cases;

    TwoCases(Supplier<Repository<ShipmentAggregate>> cases) {
        this.cases = cases;
    }

    /**
     * Links two cases at both ends. Both are locked in the order of their ids, so that two users who link the same
     * cases in opposite directions do not deadlock. The near case is decided first: a caller who may not see it gets no
     * answer that reveals anything about the other.
     *
     * @throws NoSuchShipmentException when either case does not exist, or is outside the caller's scope
     */
    @CommandHandler
    CommandResult handle(LinkCases c, CommandMessage<?> m, CommandDecision r) throws Exception {
        boolean nearFirst = c.shipmentId().value().compareTo(c.other().value()) < 0;
        Optional<Aggregate<ShipmentAggregate>> first = find(nearFirst ? c.shipmentId() : c.other());
        Optional<Aggregate<ShipmentAggregate>> second = find(nearFirst ? c.other() : c.shipmentId());
        var near = (nearFirst ? first : second).orElseThrow(() -> new NoSuchShipmentException(c.shipmentId()));
        var far = nearFirst ? second : first;
        CommandResult done = near.invoke(root -> root.handle(c, m, r));
        far.orElseThrow(() -> new NoSuchShipmentException(c.other())).execute(root -> root.linkedBack(c, m, r));
        return done;
    }

    private Optional<Aggregate<ShipmentAggregate>> find(ShipmentId id) throws Exception {
        try {
            return Optional.of(cases.get().load(id.value()));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }
}
