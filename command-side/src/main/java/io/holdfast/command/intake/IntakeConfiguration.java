package io.holdfast.command.intake;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires intake. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    DeclarationDesk declarationDesk(CommandGateway commands) {
        return new DeclarationDesk(new CommandShipments(commands));
    }
}
