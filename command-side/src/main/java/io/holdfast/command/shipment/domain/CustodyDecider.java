package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.command.ShipmentCommand.CustodyCommand;
import io.holdfast.shipment.command.ShipmentCommand.DestroyGoods;
import io.holdfast.shipment.command.ShipmentCommand.ForfeitGoods;
import io.holdfast.shipment.command.ShipmentCommand.RecordArrest;
import io.holdfast.shipment.command.ShipmentCommand.ReferForProsecution;
import io.holdfast.shipment.command.ShipmentCommand.RemitGoods;
import io.holdfast.shipment.command.ShipmentCommand.TransferCustody;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ArrestRecorded;
import io.holdfast.shipment.event.ShipmentEvent.CustodyDiscrepancyFound;
import io.holdfast.shipment.event.ShipmentEvent.CustodyTransferred;
import io.holdfast.shipment.event.ShipmentEvent.GoodsDestroyed;
import io.holdfast.shipment.event.ShipmentEvent.GoodsForfeited;
import io.holdfast.shipment.event.ShipmentEvent.GoodsRemitted;
import io.holdfast.shipment.event.ShipmentEvent.ReferredForProsecution;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Seized;
import io.holdfast.value.Mass;
import java.time.Instant;
import java.util.List;

/**
 * Decides custody commands on seized goods, and what follows a seizure. Whenever goods are weighed, the mass is
 * compared.
 */
record CustodyDecider(Declared stage, Instant now, CustodyTolerance tolerance) {

    List<ShipmentEvent> on(CustodyCommand command) {
        return switch (command) {
            case TransferCustody c -> compared(transferred(c), c.weighed());
            case DestroyGoods c ->
                compared(new GoodsDestroyed(c.shipmentId(), c.weighed(), c.witness(), c.method(), now), c.weighed());
            case ReferForProsecution c ->
                List.of(new ReferredForProsecution(c.shipmentId(), c.referralId(), c.office(), c.remarks(), now));
            case RecordArrest c ->
                List.of(new ArrestRecorded(c.shipmentId(), c.arrestId(), c.persons(), c.agency(), now));
            case ForfeitGoods c -> List.of(new GoodsForfeited(c.shipmentId(), c.kind(), c.reference(), now));
            case RemitGoods c -> List.of(new GoodsRemitted(c.shipmentId(), c.petition(), c.reason(), now));
        };
    }

    private CustodyTransferred transferred(TransferCustody c) {
        return new CustodyTransferred(
                c.shipmentId(), c.transferId(), c.from(), c.to(), c.sealNumber(), c.weighed(), c.reason(), now);
    }

    private List<ShipmentEvent> compared(ShipmentEvent event, Mass weighed) {
        Mass before = stage instanceof Seized s ? s.custody().lastMass() : null;
        return before != null && tolerance.isExceeded(before, weighed)
                ? List.of(event, new CustodyDiscrepancyFound(event.shipmentId(), before, weighed, now))
                : List.of(event);
    }
}
