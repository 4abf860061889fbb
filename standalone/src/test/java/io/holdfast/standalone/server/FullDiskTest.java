package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.holdfast.standalone.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole system on a full disk: the operating system refuses everything that this process writes beyond a file size
 * (RLIMIT_FSIZE), as it does when a quota or a volume is exhausted.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int LIMIT = 512 * 1024;
    private static final int LINES_PER_REFUSAL = 10;

    @TempDir
    private Path data;

    private final Lines lines = new Lines();
    private final List<String> acknowledged = new ArrayList<>();
    private HoldfastServer server;
    private Api api;
    private int next;

    @BeforeEach
    void start() {
        server = HoldfastServer.start(0, data, true);
        api = new Api(server.url(), "analyst");
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        lines.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        lines.start();
        root.addAppender(lines);
        assumeTrue(limited("unlimited"), "the limit of a file's size cannot be set here (prlimit)");
    }

    @AfterEach
    void stop() {
        limited("unlimited");
        server.close();
        lines.stop();
    }

    @Test
    void commands_are_refused_with_503_readiness_is_down_and_all_goes_on_when_there_is_space_again() throws Exception {
        while (data.resolve("holdfast.mv.db").toFile().length() < 2L * LIMIT) {
            HttpResponse<String> taken = declared();
            assertThat(taken.statusCode()).as(taken.body()).isLessThan(300);
        }
        String known = acknowledged.getFirst();
        HttpResponse<String> halfway = uploadedWhileTheDiskFills(known);
        assertThat(halfway.statusCode()).as(halfway.body()).isEqualTo(503);
        assertThat(halfway.headers().firstValue("Retry-After")).isPresent();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(readiness())
                        .satisfies(down -> assertThat(down.statusCode()).isEqualTo(503))
                        .satisfies(
                                down -> assertThat(down.body()).contains("DOWN").contains("takes no writes")));
        lines.forget();
        int refusals = 10;
        for (int i = 0; i < refusals; i++) {
            HttpResponse<String> refused = declared();
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(lines.count()).as(lines.toString()).isLessThanOrEqualTo(refusals * LINES_PER_REFUSAL);
        assertThat(api.answer("/shipments/" + known, "application/json").statusCode())
                .as("reading goes on")
                .isEqualTo(200);
        Map<String, Supplier<HttpResponse<String>>> writers = writers(known);
        writers.forEach(this::isRefusedAndSaysSoBriefly);
        assertThat(noted("nobody-knows").statusCode())
                .as("refusals are refusals")
                .isEqualTo(404);
        assertThat(forbidden().statusCode()).isEqualTo(403);

        assertThat(limited("unlimited")).isTrue();
        await().atMost(SOON).until(() -> readiness().statusCode() == 200);
        writers.forEach((writer, request) -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(request.get())
                        .as(writer)
                        .satisfies(done ->
                                assertThat(done.statusCode()).as(done.body()).isLessThan(300))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                api.as("admin").get("/security-log?status=403").toString())
                        .as("what was refused meanwhile is in the security log")
                        .contains("/api/v1/security-log"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                api.as("supervisor").get("/shipments/" + known).toString())
                        .contains("scan.pdf")
                        .doesNotContain("halfway.pdf"));
        await().atMost(SOON).until(() -> declared().statusCode() < 300);
        await().atMost(SOON).untilAsserted(() -> {
            for (String shipment : acknowledged) {
                assertThat(api.answer("/shipments/" + shipment, "application/json")
                                .statusCode())
                        .as(shipment)
                        .isEqualTo(200);
            }
        });
    }

    /** Each writes to the store in another way than commands do. */
    private Map<String, Supplier<HttpResponse<String>>> writers(String shipment) {
        byte[] file = "%PDF-1.7\n%%EOF\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "a file of evidence",
                () -> api.as("supervisor")
                        .upload("/shipments/" + shipment + "/evidence?fileName=scan.pdf", "application/pdf", file),
                "a saved filter",
                () -> api.put("/queues/filters/mine", "{\"minPriority\": 10}"),
                "an intake with a key",
                () -> declaredUnder("key-" + next),
                "a snooze",
                () -> api.as("supervisor")
                        .answerTo(
                                "/shipments/" + shipment + "/snooze",
                                "{\"until\": \"" + Instant.now().plus(Duration.ofDays(9))
                                        + "\", \"reason\": \"papers\"}"),
                "a note",
                () -> noted(shipment));
    }

    private HttpResponse<String> uploadedWhileTheDiskFills(String shipment) throws Exception {
        byte[] half = "%PDF-1.7\n%%EOF\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        var second = new InputStream() {
            private final InputStream rest = new ByteArrayInputStream(half);
            private boolean full;

            @Override
            public int read() throws IOException {
                if (!full) {
                    full = true;
                    assertThat(limited(String.valueOf(LIMIT))).isTrue();
                    await().atMost(SOON).until(() -> declared().statusCode() == 503);
                }
                return rest.read();
            }
        };
        var file = new SequenceInputStream(new ByteArrayInputStream(half), second);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(
                                    server.url() + "/api/v1/shipments/" + shipment + "/evidence?fileName=halfway.pdf"))
                            .header("Authorization", basic("supervisor"))
                            .header("Content-Type", "application/pdf")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    private void isRefusedAndSaysSoBriefly(String writer, Supplier<HttpResponse<String>> request) {
        lines.forget();
        int times = 3;
        for (int i = 0; i < times; i++) {
            HttpResponse<String> refused = request.get();
            assertThat(refused.statusCode()).as(writer + ": " + refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).as(writer).isPresent();
        }
        assertThat(lines.count()).as(writer + "\n" + lines).isLessThanOrEqualTo(times * LINES_PER_REFUSAL);
    }

    private HttpResponse<String> noted(String shipment) {
        return api.as("supervisor").answerTo("/shipments/" + shipment + "/notes", "{\"text\": \"seen\"}");
    }

    private HttpResponse<String> forbidden() {
        return api.as("inspector").answer("/security-log", "application/json");
    }

    private HttpResponse<String> declaredUnder(String key) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/declarations"))
                            .header("Authorization", basic("analyst"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                {"shipmentId": "KEYED", "declaredOn": "2026-11-20", "port": "4701", "transportMode": "AIR",
                                 "declarant": "B1", "hs6": "293333", "countryOfDeparture": "CN", "countryOfOrigin": "CN"}\
                                """))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpResponse<String> declared() {
        String shipment = "FULL-" + next++;
        HttpResponse<String> answer =
                api.answerTo("/shipments/" + shipment + "/targeting", """
                    {"basis": "MANUAL", "reason": "a tip, %s", "declaration":
                      {"shipmentId": "%s", "declaredOn": "2026-11-20", "port": "4701", "transportMode": "AIR",
                       "declarant": "B1", "hs6": "293333", "countryOfDeparture": "CN", "countryOfOrigin": "CN"}}\
                    """.formatted("x".repeat(400), shipment));
        if (answer.statusCode() < 300) {
            acknowledged.add(shipment);
        }
        return answer;
    }

    private HttpResponse<String> readiness() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", basic("admin"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** Sets the soft limit, which the process that lowered it may raise again. */
    private static boolean limited(String bytes) {
        try {
            String process = String.valueOf(ProcessHandle.current().pid());
            return new ProcessBuilder("prlimit", "--pid", process, "--fsize=" + bytes + ":unlimited")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lines that the log file would have, including stack traces. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            all.add(event.getLoggerName() + " " + event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                ThrowableProxyUtil.asString(event.getThrowableProxy()).lines().forEach(all::add);
            }
        }

        void forget() {
            all.clear();
        }

        int count() {
            return all.size();
        }

        @Override
        public String toString() {
            return String.join("\n", all);
        }
    }
}
