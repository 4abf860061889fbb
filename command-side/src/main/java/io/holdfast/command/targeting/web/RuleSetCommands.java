package io.holdfast.command.targeting.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.RuleSetVersion;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.runtime.web.CorrelationId;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Sends commands about rule sets on behalf of a request. */
@Component
class RuleSetCommands {
    private static final int SECONDS = 30;

    private final ActiveRuleSet ruleSets;
    private final CommandGateway commands;

    RuleSetCommands(ActiveRuleSet ruleSets, CommandGateway commands) {
        this.ruleSets = ruleSets;
        this.commands = commands;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as in the gateway: the type of the handler's answer
    <R> R send(Object command, Actor actor) {
        var message = new GenericCommandMessage<>(command, ActorMetaData.of(actor, CorrelationId.current()));
        return commands.sendAndWait(message, SECONDS, TimeUnit.SECONDS);
    }

    /** The seed of the latest version; a new one when there is no version yet. */
    long latestSeed() {
        List<RuleSetVersion> versions = ruleSets.versions();
        return versions.isEmpty() ? new SecureRandom().nextLong() : ruleSets.seed(versions.getLast());
    }
}
