package io.holdfast.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import io.holdfast.standalone.server.HoldfastServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Refusals of commands and of queries end up in one log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecurityLogOfBothSidesTest {
    private static final String RELEASE = "{\"kind\": \"FULL\", \"reason\": \"let go\"}";
    private static final String CORRELATION = "both-sides";

    @TempDir
    Path data;

    @Test
    void what_either_side_refused_is_recorded_once_each() throws Exception {
        try (HoldfastServer server = HoldfastServer.start(0, data, true)) {
            Demo.on(server.url()).play();
            var refused = List.of(
                    post(server, "inspector:inspector", "/release", RELEASE),
                    post(server, "inspector:inspector", "/release", RELEASE, "If-Match", "\"1\""),
                    post(server, "inspector:inspector", "/holds", "{\"type\": \"MANIFEST\"}"),
                    post(server, "inspector:inspector", "/exams", "{\"type\": \"TAILGATE\"}"),
                    post(server, "reporter:reporter", "/claim", "{}"),
                    post(server, "reporter:guessed", "/claim", "{}"));
            assertThat(refused).containsExactly(428, 412, 422, 409, 403, 401);

            var auditor = new Api(server.url(), "auditor");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(statuses(auditor)).containsExactlyElementsOf(refused));
        }
    }

    private static List<Integer> statuses(Api auditor) {
        var statuses = new ArrayList<Integer>();
        for (JsonNode entry : auditor.get("/security-log?order=oldest&correlation=" + CORRELATION)
                .path("items")) {
            assertThat(entry.path("problem").asString()).startsWith("/problems/");
            assertThat(entry.toString()).doesNotContain("guessed", "let go");
            statuses.add(entry.path("status").asInt());
        }
        return statuses;
    }

    private static int post(HoldfastServer server, String credentials, String path, String body, String... headers)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/shipments/HF26-01001" + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .header("X-Correlation-Id", CORRELATION)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
