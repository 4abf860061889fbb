package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed with -9 in the middle of an import, and started again on the same data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServerTest {
    private static final int ROWS = 12_000;
    private static final int SAMPLE_ROWS = 414;
    private static final String REPORT = "/reports/daily?from=2026-01-01&to=2026-12-31";

    @TempDir
    Path folder;

    private int port;
    private @Nullable Process server;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void no_acknowledged_row_is_lost_and_none_is_doubled() throws Exception {
        port = freePort();
        start();
        Path file = declarations();
        try (var background = Executors.newSingleThreadExecutor()) {
            Future<Tally> importing = background.submit(() -> importInto(file));
            for (int kill = 1; kill <= 2; kill++) {
                long target = SAMPLE_ROWS + kill * ROWS / 4L;
                await().atMost(Duration.ofMinutes(2)).until(() -> importing.isDone() || declared() >= target);
                assertThat(importing.isDone())
                        .as("killed while the import runs")
                        .isFalse();
                kill();
                start();
            }
            Tally tally = importing.get(5, TimeUnit.MINUTES);
            assertThat(tally.rejected()).isZero();
            assertThat(tally.targeted() + tally.released()).isEqualTo(ROWS);
        }

        await().atMost(Duration.ofMinutes(2)).until(() -> declared() >= SAMPLE_ROWS + ROWS);
        assertThat(declared()).isEqualTo(SAMPLE_ROWS + ROWS);
    }

    private Tally importInto(Path file) throws IOException, InterruptedException {
        var endpoint =
                new IntakeEndpoint(URI.create(url()), IntakeEndpoint.basic("analyst:analyst"), Duration.ofMinutes(2));
        var silent = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        try (var rejects = new RejectFile(folder.resolve("rejects.csv"))) {
            return new Import(endpoint, 200, rejects, new Progress(silent, Files.size(file), false)).run(file, null);
        }
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private long declared() {
        try {
            return new Api(url(), "reporter")
                    .get(REPORT)
                    .path("total")
                    .path("declared")
                    .asLong();
        } catch (java.io.UncheckedIOException starting) {
            return -1;
        }
    }

    private void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.holdfast.standalone.Holdfast",
                        "demo",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        await().atMost(Duration.ofMinutes(2)).until(this::ready);
    }

    private boolean ready() throws InterruptedException {
        assertThat(server).isNotNull();
        assertThat(server.isAlive()).as("the server runs; its log: " + log()).isTrue();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException none) {
            return "none";
        }
    }

    private void kill() throws InterruptedException {
        assertThat(server).isNotNull();
        server.destroyForcibly(); // SIGKILL
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path declarations() throws IOException {
        var csv = new StringBuilder(
                "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("KILL-%05d,2026-03-01,2704,AIR,B1,%s,CN,CN\n".formatted(i, i % 20 == 0 ? "293336" : "070200"));
        }
        return Files.writeString(folder.resolve("rows.csv"), csv);
    }
}
