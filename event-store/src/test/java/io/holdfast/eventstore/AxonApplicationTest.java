package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.eventstore.api.CommitPositions;
import io.holdfast.eventstore.api.NotStoredException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Runs Axon on the log: two nodes, an aggregate, a pooled projection on each. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AxonApplicationTest {

    record Open(@TargetAggregateIdentifier String account) {}

    record Add(@TargetAggregateIdentifier String account, int amount) {}

    record Look(@TargetAggregateIdentifier String account) {}

    record Opened(String account) {}

    record Added(String account, int amount) {}

    static class Account {
        @AggregateIdentifier
        private String account;

        private int sum;

        Account() {}

        @CommandHandler
        Account(Open command) {
            AggregateLifecycle.apply(new Opened(command.account()));
        }

        @CommandHandler
        int handle(Add command) {
            if (command.amount() < 0) {
                AggregateLifecycle.apply(new Added(account, command.amount()));
                throw new IllegalArgumentException("Refused after the event was applied");
            }
            AggregateLifecycle.apply(new Added(account, command.amount()));
            return sum;
        }

        @CommandHandler
        int handle(Look command) {
            return sum;
        }

        @EventSourcingHandler
        void on(Opened event) {
            account = event.account();
        }

        @EventSourcingHandler
        void on(Added event) {
            sum += event.amount();
        }
    }

    static class Totals {
        final ConcurrentHashMap<String, Integer> totals = new ConcurrentHashMap<>();

        @EventHandler
        void on(Added event) {
            totals.merge(event.account(), event.amount(), Integer::sum);
        }
    }

    private final TestServer server = new TestServer();
    private final List<Configuration> nodes = new ArrayList<>();

    private record Node(Configuration axon, Totals totals) {
        <T> T send(Object command) {
            return axon.commandGateway().sendAndWait(command, 20, TimeUnit.SECONDS);
        }
    }

    private Node node() {
        var totals = new Totals();
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(_ -> Serializers.TEXT)
                .configureEventStore(
                        _ -> BlockEventStore.builder(server.engine().build()).build())
                .configureAggregate(Account.class)
                .registerComponent(TokenStore.class, _ -> new InMemoryTokenStore());
        configurer.eventProcessing(
                processing -> processing.usingPooledStreamingEventProcessors().registerEventHandler(_ -> totals));
        Configuration axon = configurer.start();
        nodes.add(axon);
        return new Node(axon, totals);
    }

    @AfterEach
    void close() {
        nodes.forEach(Configuration::shutdown);
        server.close();
    }

    @Test
    void commands_on_two_nodes_are_refused_or_counted_once_in_every_projection() throws Exception {
        List<Node> both = List.of(node(), node());
        both.getFirst().send(new Open("acc"));
        int stored = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Node node = both.get(i % 2);
                writers.add(threads.submit(() -> {
                    int done = 0;
                    for (int n = 0; n < 20; n++) {
                        try {
                            node.send(new Add("acc", 1));
                            done++;
                        } catch (ConcurrencyException e) {
                            // the other node won; its event is in the log
                        }
                    }
                    return done;
                }));
            }
            for (Future<Integer> writer : writers) {
                stored += writer.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(both.getLast().<Integer>send(new Look("acc"))).isEqualTo(stored);
        int expected = stored;
        for (Node node : both) {
            await().atMost(10, TimeUnit.SECONDS)
                    .until(() -> node.totals().totals.getOrDefault("acc", 0) == expected);
        }
    }

    @Test
    void a_command_learns_its_position_and_an_aggregate_is_created_once() {
        Node node = node();
        var opened = CommitPositions.recording(() -> node.send(new Open("acc")));
        assertThat(opened.position()).hasValue(0);
        assertThat(CommitPositions.recording(() -> node.send(new Add("acc", 5))).position())
                .hasValue(4096);
        assertThat(CommitPositions.recording(() -> node.send(new Look("acc"))).position())
                .isEmpty();
        assertThatThrownBy(() -> node.send(new Open("acc"))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(server.blocks()).hasSize(2);
    }

    @Test
    void a_command_that_fails_after_applying_an_event_stores_nothing() {
        Node node = node();
        node.send(new Open("acc"));
        assertThatThrownBy(() -> node.send(new Add("acc", -1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.blocks()).hasSize(1);
        assertThat(node.<Integer>send(new Look("acc"))).isZero();
    }

    @Test
    void a_node_that_shuts_down_closes_its_log() {
        Node node = node();
        node.send(new Open("acc"));
        node.axon().shutdown();
        nodes.clear();
        assertThatThrownBy(() -> node.axon().eventStore().publish(Events.event("late", 0)))
                .isInstanceOf(NotStoredException.class);
    }
}
