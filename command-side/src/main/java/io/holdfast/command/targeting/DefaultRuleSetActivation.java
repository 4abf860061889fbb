package io.holdfast.command.targeting;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.Role;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * At startup, before the node serves requests: publishes and activates the shipped default when there is no rule set
 * yet.
 *
 * <p>Several nodes may start at once: the event log lets exactly one of them publish, and the others use what it
 * published. When a node died between publishing and activating, the next node to start completes the activation.
 */
final class DefaultRuleSetActivation implements SmartLifecycle {
    /** After Axon has subscribed its handlers (2<sup>31</sup>-1-3072), before the web server takes requests. */
    static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2500;

    private static final Logger LOG = LoggerFactory.getLogger(DefaultRuleSetActivation.class);
    private static final int ATTEMPTS = 5;
    private static final MetaData SYSTEM = MetaData.with(
                    MetadataKeys.ACTOR, Actor.system().id().value())
            .and(MetadataKeys.ROLES, Role.ADMIN.name())
            .and(MetadataKeys.ADDRESS, Actor.system().address());
    private static final String REASON = "Shipped default, activated because no rule set was";

    private final ActiveRuleSet rules;
    private final CommandGateway commands;
    private final Supplier<RuleSet> defaults;
    private volatile boolean running;

    DefaultRuleSetActivation(ActiveRuleSet rules, CommandGateway commands, Supplier<RuleSet> defaults) {
        this.rules = rules;
        this.commands = commands;
        this.defaults = defaults;
    }

    @Override
    public void start() {
        for (int attempt = 1; !isActive(); attempt++) {
            try {
                takeNextStep();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                // Most likely another node was faster: read its events and try again.
                LOG.info("The default rule set was not taken at attempt {}: {}", attempt, e.getMessage());
            }
        }
        running = true;
    }

    private boolean isActive() {
        rules.expire();
        boolean active = rules.versions().stream().anyMatch(RuleSetVersion::active);
        if (!active && !rules.parked().isEmpty()) {
            // The event that says which version is active cannot be read here, so this node must not choose one.
            LOG.error(
                    "No rule set is known to be active, and an event of the rule sets cannot be read: screening is refused");
            return true;
        }
        return active;
    }

    private void takeNextStep() {
        if (rules.versions().isEmpty()) {
            send(new PublishRuleSet(defaults.get()));
        } else {
            send(new ActivateRuleSet(1, REASON));
        }
    }

    private void send(RuleSetCommand command) {
        var message = new GenericCommandMessage<>(command, SYSTEM.and(RuleSetAggregate.ONLY_AS_FIRST, true));
        commands.send(message).orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
