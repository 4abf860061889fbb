package io.holdfast.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The demo in a process of its own with the heap and the options of the launcher, so that an attack meets the limits of
 * a real installation: exhausting the memory ends the process, and the test notices. Only the JIT compiler is limited
 * to the quick one, because the other does not pay off in a minute.
 */
public final class AttackedProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static @Nullable AttackedProcess shared;

    private final Path folder;
    private final int port = freePort();
    private final List<String> arguments;
    private final Map<String, String> environment;
    private Process process;

    private AttackedProcess(List<String> arguments, Map<String, String> environment) {
        this.arguments = arguments;
        this.environment = environment;
        try {
            folder = Files.createTempDirectory("attacked");
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try {
            await().atMost(START).pollInterval(BETWEEN_LOOKS).until(this::ready);
        } catch (RuntimeException | Error notStarted) {
            close();
            throw notStarted;
        }
    }

    /** A separate process, for attacks that need settings or leave it unusable. */
    public static AttackedProcess start(Map<String, String> environment, String... arguments) {
        return new AttackedProcess(List.of(arguments), environment);
    }

    /** The process shared by all attack tests of this JVM; started at its first use, ended with the JVM. */
    public static synchronized AttackedProcess shared() {
        AttackedProcess running = shared;
        if (running == null || !running.isAlive()) {
            running = start(Map.of());
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end of the attacked process"));
        }
        return running;
    }

    /** {@code http://localhost:PORT}. */
    public String url() {
        return "http://localhost:" + port;
    }

    public int port() {
        return port;
    }

    /** The folder of its database. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The process as seen by a demo user. */
    public Api as(String user) {
        return new Api(url(), user);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its console output. */
    public String log() {
        try {
            return Files.readString(console());
        } catch (IOException none) {
            return "none";
        }
    }

    /**
     * Fails unless a well-behaved user gets responses in time and the process is alive.
     *
     * @param limit for one request, from connecting to the last byte
     */
    public void answersOthersWithin(Duration limit) {
        assertThat(isAlive()).as("the process lives; its console:\n%s", log()).isTrue();
        long started = System.nanoTime();
        var answer = as("supervisor").answer("/queues/to-triage?limit=1", "application/json");
        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(taken).as("time of another's question").isLessThan(limit);
    }

    /** Kills it with SIGKILL and starts it again on the same data. */
    public void killAndStartAgain() {
        try {
            assertThat(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        await().atMost(START).pollInterval(BETWEEN_LOOKS).until(this::ready);
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "io.holdfast.standalone.Holdfast",
                "demo",
                "--port",
                String.valueOf(port),
                "--data",
                data().toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path console() {
        return folder.resolve("console.log");
    }

    private boolean ready() throws InterruptedException {
        assertThat(isAlive()).as("the process lives; its console:\n%s", log()).isTrue();
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
