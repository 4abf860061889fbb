package io.holdfast.command.intake;

import io.holdfast.command.shipment.ShipmentCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires intake. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    DeclarationDesk declarationDesk(ShipmentCommands shipmentCommands) {
        return new DeclarationDesk(new CommandShipments(shipmentCommands));
    }
}
