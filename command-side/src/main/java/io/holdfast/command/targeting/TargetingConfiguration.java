package io.holdfast.command.targeting;

import io.holdfast.runtime.time.Ticker;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures targeting. */
@Configuration(proxyBeanMethods = false)
class TargetingConfiguration {
    /** Routes every rule set command to the one series. */
    @Bean
    CommandTargetResolver ruleSetTargets() {
        return _ -> new VersionedAggregateIdentifier(RuleSetCommand.SERIES, null);
    }

    /** Routes a draft command by the id of the draft's stream, which differs from the draft's id. */
    @Bean
    CommandTargetResolver draftTargets() {
        return command -> DraftTargets.of(command.getPayload());
    }

    @Bean
    Drafts drafts(EventStore eventStore) {
        return new Drafts(eventStore);
    }

    @Bean
    RememberedStreams<RuleSetEvent, Series> ruleSetSeries(EventStore eventStore) {
        return RememberingRepository.series(eventStore);
    }

    @Bean
    Repository<RuleSetAggregate> ruleSetAggregateRepository(
            RememberedStreams<RuleSetEvent, Series> ruleSetSeries,
            EventStore eventStore,
            org.axonframework.config.Configuration axon) {
        return RememberingRepository.ofSeries(ruleSetSeries, eventStore, axon);
    }

    @Bean
    Repository<DraftAggregate> draftAggregateRepository(
            EventStore eventStore, Drafts drafts, org.axonframework.config.Configuration axon) {
        return RememberingRepository.ofDrafts(eventStore, drafts, axon);
    }

    @Bean
    ActiveRuleSet activeRuleSet(EventStore eventStore, Drafts drafts, Clock clock) {
        var active = new ActiveRuleSet(eventStore, drafts, clock, Ticker.SYSTEM);
        var _ = eventStore.subscribe(active::published);
        return active;
    }

    @Bean
    MeterBinder screeningFailures(ActiveRuleSet rules) {
        return rules.failures();
    }

    @Bean
    RuleSetReader ruleSetReader(ActiveRuleSet rules) {
        return new RuleSetReader(rules);
    }

    /**
     * @param seed of the random share of the shipped rule set, for repeatable demonstrations; random and secret when
     *     absent
     */
    @Bean
    DefaultRuleSetActivation defaultRuleSetActivation(
            ActiveRuleSet rules,
            CommandGateway commands,
            @Value("${holdfast.targeting.default-seed:#{null}}") @Nullable Long seed) {
        Supplier<RuleSet> defaults = () -> DefaultRuleSet.withSeed(seed == null ? new SecureRandom().nextLong() : seed);
        return new DefaultRuleSetActivation(rules, commands, defaults);
    }
}
