package io.holdfast.eventstore;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.holdfast.eventstore.api.EventProofs;
import io.holdfast.eventstore.api.LogReplacementListener;
import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import io.holdfast.eventstore.metrics.MicrometerMetrics;
import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Provides the event log as Axon's event store when there is a MongoClient and no other event store or bus. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration"
        },
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration"
        })
@ConditionalOnClass(MongoClient.class)
@ConditionalOnBean(MongoClient.class)
@ConditionalOnMissingBean({EventStorageEngine.class, EventBus.class, EventStore.class})
@EnableConfigurationProperties(EventStoreProperties.class)
class EventStoreAutoConfiguration {

    @Bean(destroyMethod = "close")
    BlockEventStorageEngine eventStorageEngine(
            MongoClient client,
            EventStoreProperties properties,
            Environment environment,
            Serializer defaultSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Configuration configuration,
            ObjectProvider<LogReplacementListener> listeners,
            EventLogMetrics metrics) {
        EngineBuilder builder = BlockEventStorageEngine.builder()
                .client(client)
                .database(database(properties, environment.getProperty("spring.mongodb.uri")))
                .collection(properties.collection())
                .snapshotCollection(properties.snapshotCollection())
                .limits(properties.block().limits())
                .pollInterval(properties.pollInterval())
                .appendTimeout(properties.appendTimeout())
                .cacheBytes(properties.cacheSize().toBytes())
                .onReplaced(() -> listeners.forEach(LogReplacementListener::logReplaced))
                .metrics(metrics);
        builder.eventSerializer(eventSerializer)
                .snapshotSerializer(defaultSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter());
        return builder.build();
    }

    @Qualifier("eventStore") @Bean(name = "eventBus", destroyMethod = "close")
    BlockEventStore eventStore(BlockEventStorageEngine engine, Configuration configuration) {
        return BlockEventStore.builder(engine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .build();
    }

    @Bean
    EventProofs eventLogProofs(
            MongoClient client,
            EventStoreProperties properties,
            Environment environment,
            ObjectProvider<CheckpointSchedule> signer) {
        var archive = new LogArchive(
                client.getDatabase(database(properties, environment.getProperty("spring.mongodb.uri"))),
                properties.collection(),
                environment.getProperty(CheckpointProperties.PREFIX + "collection"),
                Clock.systemUTC());
        return new LogProofs(archive, signer::getIfAvailable);
    }

    static String database(EventStoreProperties properties, @Nullable String uri) {
        if (properties.database() != null) {
            return properties.database();
        }
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return named == null ? "holdfast" : named;
    }

    /** Without Micrometer on the class path, or without a registry, no metrics are kept. */
    @Bean
    @ConditionalOnMissingBean
    EventLogMetrics eventLogMetrics(ObjectProvider<io.micrometer.core.instrument.MeterRegistry> registry) {
        var found = registry.getIfUnique();
        return found == null ? EventLogMetrics.NONE : new MicrometerMetrics(found);
    }
}
