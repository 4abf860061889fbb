package io.holdfast.command.position;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what every command passes. */
@Configuration(proxyBeanMethods = false)
class CommandPositions {
    /** Before the first command comes. */
    @Bean
    ConfigurerModule positionOnAnswer() {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> axon.commandBus().registerHandlerInterceptor(new PositionOnAnswer(axon.eventStore()))));
    }
}
