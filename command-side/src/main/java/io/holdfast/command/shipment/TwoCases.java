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

/** What is done to two cases at once: in one unit of work, whose events are committed together or not at all. */
final class TwoCases {
    private final Supplier<Repository<ShipmentAggregate>> cases;

    TwoCases(Supplier<Repository<ShipmentAggregate>> cases) {
        this.cases = cases;
    }

    /**
     * Links two cases at both ends. Both are locked in the order of their names, so that two persons who link crosswise do not
     * wait for each other. The near one is judged first: who may not know of it learns nothing of the other.
     *
     * @throws NoSuchShipmentException when there is no such case, or none that the caller may know of, at either end
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
