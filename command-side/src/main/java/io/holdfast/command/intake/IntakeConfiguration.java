package io.holdfast.command.intake;

import io.holdfast.command.shipment.ShipmentCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires intake. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    IntakeService intakeService(ShipmentCommands shipmentCommands) {
        return new IntakeService(new CommandShipments(shipmentCommands));
    }
}
