package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.holdfast.eventstore.CuttingProxy.Fault;
import io.holdfast.eventstore.History.Told;
import io.holdfast.eventstore.block.LogPosition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes with the real driver, each behind a network of its own that breaks in all ways at once and in each way
 * alone. More rounds: {@code -Dholdfast.test.rounds=N}; other seeds: {@code -Dholdfast.faults.seed=N}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DriverFaultsTest {

    private static final int ROUNDS = Integer.getInteger("holdfast.test.rounds", 1);
    private static final int SEED = Integer.getInteger("holdfast.faults.seed", 20261124);
    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED = 60;

    static Stream<Set<Fault>> faults() {
        return Stream.concat(
                Stream.<Set<Fault>>of(EnumSet.allOf(Fault.class)),
                Stream.of(Fault.values()).map(EnumSet::of));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothing_acknowledged_is_lost_and_nothing_doubled_when_the_network_breaks(Set<Fault> faults) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (var server = new TestServer()) {
                play(server, faults, SEED + round);
            }
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "HOLDFAST_TEST_MONGODB_URI", matches = ".+")
    void nor_when_the_server_is_a_process_of_its_own_with_a_disk(@TempDir Path directory) throws Exception {
        try (ServerJvm jvm = ServerJvm.start(directory, 0);
                var server = new TestServer(jvm.uri())) {
            play(server, EnumSet.allOf(Fault.class), SEED);
        }
    }

    private static void play(TestServer server, Set<Fault> faults, int seed) throws Exception {
        var ledger = new Ledger();
        try (var one = new Node(server, seed);
                var two = new Node(server, seed + 1000);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = new AtomicLong(Long.MAX_VALUE);
            Future<List<String>> seen = threads.submit(() -> two.follow(end));
            try {
                List.of(one, two).forEach(node -> node.proxy.breakEvery(9, faults));
                write(List.of(one, two), ledger, seed, threads);
                List.of(one, two).forEach(node -> node.proxy.heal());
                assertThat(one.proxy.cuts() + two.proxy.cuts())
                        .as("faults with seed %d", seed)
                        .isGreaterThan(10);
            } finally {
                end.set(server.head());
            }
            assertThat(seen.get(30, TimeUnit.SECONDS))
                    .as("what a stream delivered in the meantime")
                    .isEqualTo(server.eventIds());
        }
        ledger.check(server);
        assertThat(ledger.count(Told.STORED)).isGreaterThanOrEqualTo(ACKNOWLEDGED);
    }

    private static void write(List<Node> nodes, Ledger ledger, int seed, ExecutorService threads) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var load = new Load(nodes.get(writer % 2).engine, "agg-" + writer, seed * 31L + writer, ledger::note);
            writers.add(threads.submit(
                    () -> load.run(() -> ledger.stored() < ACKNOWLEDGED && System.nanoTime() < deadline)));
        }
        for (Future<?> writer : writers) {
            writer.get(120, TimeUnit.SECONDS);
        }
    }

    /** One process: client, engine, and the network in front of them. */
    private static final class Node implements AutoCloseable {
        private final CuttingProxy proxy;
        private final MongoClient client;
        private final BlockEventStorageEngine engine;

        Node(TestServer server, int seed) throws Exception {
            proxy = CuttingProxy.before(server.uri, new Random(seed));
            client = proxy.client(server.uri);
            engine = server.engine(client)
                    .appendTimeout(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(10))
                    .build();
        }

        /** Follows the log up to a position; opens a new stream when one fails. */
        List<String> follow(AtomicLong end) throws InterruptedException {
            List<String> seen = new ArrayList<>();
            long position = -1;
            while (position < end.get()) {
                try (TrackingEventStream stream = engine.openStream(LogPosition.token(position))) {
                    while (position < end.get()) {
                        if (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                            TrackedEventMessage<?> next = stream.nextAvailable();
                            seen.add(next.getIdentifier());
                            position = next.trackingToken().position().orElseThrow();
                        } else if (end.get() != Long.MAX_VALUE) {
                            break;
                        }
                    }
                } catch (MongoException e) {
                    // continue from the last position
                }
            }
            return seen;
        }

        @Override
        public void close() {
            proxy.heal();
            engine.close();
            client.close();
            proxy.close();
        }
    }
}
