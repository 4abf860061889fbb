package io.holdfast.command.targeting;

import io.holdfast.command.targeting.RememberedStreams.Known;
import io.holdfast.targeting.RuleSetEvent;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositorySpanFactory;

/**
 * Loads an aggregate from its cached state instead of its events: the aggregate handles the state as if it were its
 * only event. The state is that of the log at this moment, so a refusal is final, and the losing one of two concurrent
 * writers is rejected by the log, as with any aggregate.
 */
final class RememberingRepository<T> extends EventSourcingRepository<T> {
    private final Function<String, Optional<? extends Known<?>>> streams;

    private RememberingRepository(Builder<T> builder, Function<String, Optional<? extends Known<?>>> streams) {
        super(builder);
        this.streams = streams;
    }

    static Repository<RuleSetAggregate> ofSeries(
            RememberedStreams<RuleSetEvent, Series> series, EventStore log, Configuration axon) {
        return new RememberingRepository<>(builder(RuleSetAggregate.class, log, axon), series::now);
    }

    static Repository<DraftAggregate> ofDrafts(EventStore log, Drafts drafts, Configuration axon) {
        return new RememberingRepository<>(builder(DraftAggregate.class, log, axon), drafts::known);
    }

    /** There is only one series, so it is always cached, whatever its size. */
    static RememberedStreams<RuleSetEvent, Series> series(EventStore log) {
        return new RememberedStreams<>(
                log,
                RuleSetEvent.class,
                (before, event) -> (before == null ? Series.EMPTY : before).after(event.payload(), event.by()),
                1,
                _ -> 1);
    }

    private static <T> Builder<T> builder(Class<T> aggregate, EventStore log, Configuration axon) {
        return EventSourcingRepository.builder(aggregate)
                .eventStore(log)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(aggregate))
                .repositoryProvider(axon::repository)
                .spanFactory(axon.getComponent(RepositorySpanFactory.class));
    }

    @Override
    protected DomainEventStream readEvents(String aggregateIdentifier) {
        Optional<? extends Known<?>> known = streams.apply(aggregateIdentifier);
        return known.isEmpty()
                ? DomainEventStream.empty()
                : DomainEventStream.of(new GenericDomainEventMessage<>(
                        aggregateModel().type(),
                        aggregateIdentifier,
                        known.get().last(),
                        known.get().state()));
    }
}
