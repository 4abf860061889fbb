package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed with -9 in the middle of an import, and started again on the same data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServerTest {
    private static final int BATCHES = 60;
    private static final int ROWS_IN_A_BATCH = 200;
    private static final int ROWS = BATCHES * ROWS_IN_A_BATCH;
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
        var endpoint =
                new IntakeEndpoint(URI.create(url()), IntakeEndpoint.basic("analyst:analyst"), Duration.ofMinutes(2));
        try (var background = Executors.newSingleThreadExecutor()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Row> rows = rows(batch);
                Future<List<IntakeResult>> underWay = background.submit(() -> endpoint.send(rows, _ -> {}));
                if (batch == BATCHES / 3 || batch == 2 * BATCHES / 3) {
                    kill();
                    start();
                }
                assertThat(underWay.get(3, TimeUnit.MINUTES))
                        .hasSize(ROWS_IN_A_BATCH)
                        .noneMatch(result -> result.outcome().equals("REJECTED"));
            }
        }

        await().atMost(Duration.ofMinutes(2)).until(() -> declared() >= SAMPLE_ROWS + ROWS);
        assertThat(declared()).isEqualTo(SAMPLE_ROWS + ROWS);
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

    private static List<Row> rows(int batch) {
        return IntStream.range(batch * ROWS_IN_A_BATCH, (batch + 1) * ROWS_IN_A_BATCH)
                .mapToObj(i -> new Row(i, List.of(), """
                        {"shipmentId":"KILL-%05d","declaredOn":"2026-03-01","port":"2704","transportMode":"AIR",\
                        "declarant":"B1","hs6":"%s","countryOfDeparture":"CN","countryOfOrigin":"CN"}""".formatted(i, i % 20 == 0 ? "293336" : "070200")))
                .toList();
    }
}
