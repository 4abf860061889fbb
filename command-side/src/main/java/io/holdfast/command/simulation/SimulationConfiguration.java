package io.holdfast.command.simulation;

import io.holdfast.command.outcomes.OutcomeFeed;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.Drafts;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires simulations. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {
    @Bean
    Simulations simulations(OutcomeFeed feed, ActiveRuleSet ruleSets, Drafts drafts, CommandGateway commands) {
        return new Simulations(feed, ruleSets, drafts, commands);
    }
}
