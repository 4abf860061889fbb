package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.api.CommitTooLargeException;
import io.holdfast.eventstore.api.NotStoredException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventStoreAutoConfigurationTest {

    private final TestServer server = new TestServer();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("spring.mongodb.uri=" + server.uri, "holdfast.event-store.database=" + server.database);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_application_with_a_mongo_client_gets_the_log_as_its_event_store_and_bus() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(EventStore.class)).isInstanceOf(BlockEventStore.class);
            assertThat(context.getBean(EventBus.class)).isSameAs(context.getBean("eventBus"));
            assertThat(context.getBean(Configuration.class).eventStore()).isSameAs(context.getBean(EventStore.class));
            assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(BlockEventStorageEngine.class);
            context.getBean(EventStore.class).publish(event("a", 0));
            assertThat(context.getBean(BlockEventStore.class).head()).isZero();
            assertThat(server.blocks()).hasSize(1);
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(meters.get("holdfast.log.events").counter().count()).isEqualTo(1);
            assertThat(meters.get("holdfast.log.append").timer().count()).isEqualTo(1);
            assertThat(meters.get("holdfast.log.head").gauge().value()).isZero();
        });
    }

    @Test
    void a_closed_application_refuses_further_events() {
        var held = new EventStore[1];
        application.run(context -> held[0] = context.getBean(EventStore.class));
        assertThatThrownBy(() -> held[0].publish(event("late", 0))).isInstanceOf(NotStoredException.class);
    }

    @Test
    void properties_name_the_collections_and_the_limits() {
        application
                .withPropertyValues(
                        "holdfast.event-store.collection=journal",
                        "holdfast.event-store.block.commit-size=1KB",
                        "holdfast.event-store.poll-interval=20ms")
                .run(context -> {
                    EventStore store = context.getBean(EventStore.class);
                    store.publish(event("a", 0));
                    assertThat(server.client
                                    .getDatabase(server.database)
                                    .getCollection("journal")
                                    .countDocuments())
                            .isEqualTo(1);
                    assertThatThrownBy(() -> store.publish(event("a", 1, "x".repeat(2000))))
                            .isInstanceOf(CommitTooLargeException.class);
                });
    }

    @Test
    void an_event_bus_of_the_applications_own_is_left_alone() {
        application.withUserConfiguration(OwnBus.class).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(BlockEventStore.class);
            assertThat(context.getBean(EventBus.class)).isInstanceOf(SimpleEventBus.class);
        });
    }

    @Test
    void the_database_is_the_property_or_the_uris_or_holdfast() {
        assertThat(EventStoreAutoConfiguration.database(properties("mine"), "mongodb://host/other"))
                .isEqualTo("mine");
        assertThat(EventStoreAutoConfiguration.database(properties(null), "mongodb://host/other"))
                .isEqualTo("other");
        assertThat(EventStoreAutoConfiguration.database(properties(null), "mongodb://host"))
                .isEqualTo("holdfast");
        assertThat(EventStoreAutoConfiguration.database(properties(null), null)).isEqualTo("holdfast");
    }

    private static EventStoreProperties properties(String database) {
        return new EventStoreProperties(
                database, "events", "snapshots", Duration.ofMillis(1), Duration.ofSeconds(1), null, null);
    }

    @org.springframework.context.annotation.Configuration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        @org.springframework.context.annotation.Primary
        Serializer serializer() {
            return Serializers.text();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @org.springframework.context.annotation.Configuration
    static class OwnBus {
        @Bean
        EventBus ownBus() {
            return SimpleEventBus.builder().build();
        }
    }
}
