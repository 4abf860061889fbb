package io.holdfast.command.simulation;

import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.Drafts;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures simulations. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {
    @Bean
    Simulations simulations(QuerySide querySide, ActiveRuleSet ruleSets, Drafts drafts, CommandGateway commands) {
        return new Simulations(querySide, ruleSets, drafts, commands);
    }
}
