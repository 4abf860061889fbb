package io.holdfast.command.retuning;

import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.targeting.ActiveRuleSet;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures retuning. */
@Configuration(proxyBeanMethods = false)
class RetuningConfiguration {
    @Bean
    RetuningService retunings(QuerySide querySide, ActiveRuleSet ruleSets, CommandGateway commands) {
        return new RetuningService(querySide, ruleSets, commands);
    }
}
