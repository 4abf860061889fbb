package io.holdfast.command.retuning;

import io.holdfast.command.outcomes.OutcomeFeed;
import io.holdfast.command.targeting.ActiveRuleSet;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires retuning. */
@Configuration(proxyBeanMethods = false)
class RetuningConfiguration {
    @Bean
    RetuningService retunings(OutcomeFeed outcomes, ActiveRuleSet ruleSets, CommandGateway commands) {
        return new RetuningService(outcomes, ruleSets, commands);
    }
}
