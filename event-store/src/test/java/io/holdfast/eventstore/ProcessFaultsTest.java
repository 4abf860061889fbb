package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills writers and the server with SIGKILL, both under load, and fills the disk. More rounds: {@code
 * -Dholdfast.test.rounds=N}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES) // this long only with many rounds
class ProcessFaultsTest {

    private static final int ROUNDS = Integer.getInteger("holdfast.test.rounds", 1);
    private static final int WRITERS = 3;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Random random = new Random(Integer.getInteger("holdfast.faults.seed", 20261124));
    private final Ledger ledger = new Ledger();

    @Test
    void killed_writers_leave_a_log_without_loss_or_repetition() throws Exception {
        try (var server = new TestServer()) {
            List<WriterProcess> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(WriterProcess.start(server, "writer-" + i, ledger));
            }
            for (int kill = 0; kill < 2 * ROUNDS; kill++) {
                awaitMore(100 + random.nextInt(200));
                writers.remove(random.nextInt(writers.size())).kill();
                writers.add(WriterProcess.start(server, "late-" + kill, ledger));
            }
            awaitMore(300);
            for (WriterProcess writer : writers) {
                writer.stop();
            }
            ledger.check(server);
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "HOLDFAST_TEST_MONGODB_URI", matches = ".+")
    void a_killed_server_has_all_that_was_acknowledged_and_the_writers_go_on() throws Exception {
        ServerJvm server = ServerJvm.start(directory, 0);
        var stopped = new AtomicBoolean();
        String uri = server.uri() + "/?serverSelectionTimeoutMS=2000";
        try (var logged = new TestServer(uri);
                MongoClient other = MongoClients.create(uri);
                BlockEventStorageEngine one =
                        logged.engine().appendTimeout(LONG).build();
                BlockEventStorageEngine two =
                        logged.engine(other).appendTimeout(LONG).build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                var load = new Load(i % 2 == 0 ? one : two, "agg-" + i, i, ledger::note);
                writers.add(threads.submit(() -> load.run(() -> !stopped.get())));
            }
            for (int kill = 0; kill < 2 * ROUNDS; kill++) {
                awaitMore(100 + random.nextInt(200));
                server.close();
                server = ServerJvm.start(directory, server.port());
            }
            awaitMore(100);
            stopped.set(true);
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            ledger.check(logged);
        } finally {
            server.close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisabledIfEnvironmentVariable(named = "HOLDFAST_TEST_MONGODB_URI", matches = ".+")
    void a_full_disk_refuses_appends_and_keeps_what_it_has() throws Exception {
        try (ServerJvm small = ServerJvm.startOnSmallDisk(directory, 1500);
                TestServer logged = TestServer.keeping("log", small.uri());
                BlockEventStorageEngine engine =
                        logged.engine().appendTimeout(Duration.ofSeconds(2)).build()) {
            new Load(engine, "full", 1, ledger::note).run(() -> ledger.failed() == 0);
            assertThat(ledger.stored()).isGreaterThan(20);
            assertThatThrownBy(() -> engine.appendEvents(Events.event("more", 0)))
                    .as("nothing is acknowledged any more")
                    .isInstanceOf(AxonException.class);
        }
        try (ServerJvm large = ServerJvm.start(directory, 0);
                TestServer logged = TestServer.keeping("log", large.uri());
                BlockEventStorageEngine engine = logged.engine().build()) {
            ledger.check(logged);
            int goal = ledger.stored() + 10;
            new Load(engine, "again", 3, ledger::note).run(() -> ledger.stored() < goal);
            ledger.check(logged);
        }
    }

    private void awaitMore(int acknowledged) {
        int goal = ledger.stored() + acknowledged;
        await().atMost(LONG).until(() -> ledger.stored() >= goal);
    }
}
