package io.holdfast.command.position;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the interceptor that all commands pass. */
@Configuration(proxyBeanMethods = false)
class CommandPositions {
    /** Registers it at startup, before the first command arrives. */
    @Bean
    ConfigurerModule positionOnAnswer() {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> axon.commandBus().registerHandlerInterceptor(new PositionOnAnswer(axon.eventStore()))));
    }
}
