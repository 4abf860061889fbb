package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.server.HoldfastServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends generated nonsense to every operation in the instance's API description; a failure prints the seed and the
 * request.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NonsenseTest {
    private static final int TRIES = 6 * Integer.getInteger("holdfast.test.rounds", 1);
    private static final List<String> USERS =
            List.of("inspector", "supervisor", "analyst", "reporter", "auditor", "admin");
    private static final List<String> VALUES = List.of(
            "",
            "-1",
            "0",
            "99999999999999999999",
            "NaN",
            "null",
            "../../etc/passwd",
            "%",
            "'; drop",
            "{\"$gt\":\"\"}",
            "2026-02-31",
            "2026-01-01T00:00:00Z",
            "TARGETED",
            "\u0000",
            "ß∂ƒ©",
            "x".repeat(2_000));
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "\"text\"",
            "{\"a\":",
            "{\"reason\":{\"reason\":1}}",
            "{\"reason\":\"\",\"limit\":1e999}",
            "[".repeat(5_000),
            "\uFEFF{}",
            "shipmentId,port\n\"open",
            "{\"lines\":[null],\"extent\":\"FULL\"}");
    private static final List<String> TYPES =
            List.of("application/json", "text/csv", "application/x-ndjson", "*/*", "image/png", ";");

    private record Operation(String method, String path, List<String> parameters) {}

    private static HoldfastServer server;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        server = SharedDemo.server();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @Test
    void no_operation_answers_nonsense_with_a_failure_of_ours() throws Exception {
        long seed = Long.getLong("holdfast.nonsense.seed", System.nanoTime());
        var random = new Random(seed);
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(40);
        for (Operation operation : operations) {
            for (int i = 0; i < TRIES; i++) {
                HttpRequest request = nonsense(operation, random);
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as(
                                "seed %d, %s %s, %s: %s",
                                seed, request.method(), request.uri(), request.headers(), answer.body())
                        .isLessThan(500);
                if (answer.statusCode() >= 400) {
                    assertThat(answer.body()).doesNotContain("Exception", "io.holdfast", "org.springframework");
                }
            }
        }
    }

    private static HttpRequest nonsense(Operation operation, Random random) {
        String path = operation.path().replaceAll("\\{[^}]+}", encoded(any(VALUES.subList(1, VALUES.size()), random)));
        String query = operation.parameters().stream()
                .filter(_ -> random.nextBoolean())
                .map(name -> name + "=" + encoded(any(VALUES, random)))
                .collect(Collectors.joining("&"));
        String user = any(USERS, random);
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(server.url() + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", any(TYPES, random));
        if (random.nextBoolean()) {
            request.header("If-Match", any(List.of("\"1\"", "W/\"1\"", "*", "x", "\"-1\""), random));
        }
        if (random.nextInt(4) == 0) {
            request.header("Accept", any(List.of("text/csv", "application/x-ndjson", "image/png", "nonsense"), random));
        }
        return request.method(
                        operation.method(),
                        operation.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(any(BODIES, random)))
                .build();
    }

    private static List<Operation> operations() throws IOException, InterruptedException {
        String description = http.send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/v3/api-docs"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        var operations = new ArrayList<Operation>();
        JsonNode paths = JsonMapper.shared().readTree(description).path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode parameters = method.getValue().path("parameters");
                    List<String> inQuery = IntStream.range(0, parameters.size())
                            .mapToObj(parameters::get)
                            .filter(parameter -> parameter.path("in").asString().equals("query"))
                            .map(parameter -> parameter.path("name").asString())
                            .toList();
                    operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), inQuery));
                }));
        return operations;
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
