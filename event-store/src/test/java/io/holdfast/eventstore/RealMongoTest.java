package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.all;
import static io.holdfast.eventstore.Events.events;
import static io.holdfast.eventstore.Events.sequences;
import static io.holdfast.eventstore.Events.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.block.ServerCapabilities;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** Tests that need a real MongoDB; to run all other suites on one, set HOLDFAST_TEST_MONGODB_URI. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@EnabledIf(value = "dockerIsThere", disabledReason = "No Docker here: the log is not tried on a real MongoDB")
class RealMongoTest {

    private static MongoDBContainer mongo;

    static boolean dockerIsThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        mongo = new MongoDBContainer("mongo:8").withReplicaSet();
        mongo.start();
    }

    @AfterAll
    static void stop() {
        if (mongo != null) {
            mongo.stop();
        }
    }

    @Test
    void the_log_keeps_its_promises_on_a_replica_set() throws Exception {
        try (var server = new TestServer(mongo.getReplicaSetUrl());
                BlockEventStorageEngine one = server.engine().build();
                BlockEventStorageEngine two = server.engine().build();
                var stream = two.openStream(null);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(ServerCapabilities.ask(server.client.getDatabase(server.database))
                            .filtersArrays())
                    .isTrue();
            List<Future<?>> writers = IntStream.range(0, 32)
                    .<Future<?>>mapToObj(writer -> threads.submit(
                            () -> (writer % 2 == 0 ? one : two).appendEvents(events("agg-" + writer, 5))))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
            assertThat(take(stream, 160))
                    .isEqualTo(all(one).stream()
                            .map(TrackedEventMessage::getIdentifier)
                            .toList());
            assertThat(sequences(one, "agg-7"))
                    .isEqualTo(LongStream.range(0, 5).boxed().toList());
            assertThat(two.lastSequenceNumberFor("agg-8")).contains(4L);
            assertThatThrownBy(() -> one.appendEvents(Events.event("agg-7", 4)))
                    .isInstanceOf(ConcurrencyException.class);
        }
    }
}
