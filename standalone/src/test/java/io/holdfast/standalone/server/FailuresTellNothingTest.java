package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.server.WholeSystem.Endpoint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When the database is down, no error response reveals internals. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailuresTellNothingTest {
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|Caused by|\\tat |\\.java\\b|io\\.holdfast|org\\.|com\\.|tools\\.jackson|java\\.|jakarta|[Mm]ongo|[Ss]pring"
                    + "|[Aa]xon|127\\.0\\.0\\.1|localhost|\\bnull\\b");

    private static WholeSystem system;
    private static Set<Endpoint> endpoints;

    @BeforeAll
    static void start() {
        system = new WholeSystem(
                "?serverSelectionTimeoutMS=200&connectTimeoutMS=200", "--holdfast.event-store.append-timeout=1s");
        system.loseDatabase();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void a_failure_is_a_problem_without_anything_of_the_inside(Endpoint endpoint) throws IOException {
        for (String user : new String[] {"supervisor", "analyst", "auditor", "admin"}) {
            HttpResponse<java.io.InputStream> answer = system.ask(user, endpoint.method(), path(endpoint));
            String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.statusCode() >= 400) {
                JsonNode problem = JsonMapper.shared().readTree(body);
                assertThat(problem.path("type").asString()).startsWith("/problems/");
                assertThat(INSIDE.matcher(body).results().map(found -> body)).isEmpty();
            }
            answer.headers()
                    .map()
                    .forEach((name, values) -> assertThat(values)
                            .as(name)
                            .noneMatch(value -> value.contains("Exception") || value.contains("holdfast.")));
        }
    }

    @Test
    void there_were_failures_to_look_at() throws IOException {
        try (var body = system.ask("auditor", "GET", "/api/v1/audit").body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("\"status\":5");
        }
    }

    private static Set<Endpoint> ours() {
        if (endpoints == null) {
            endpoints = new TreeSet<>(system.endpoints());
            endpoints.removeIf(endpoint -> !endpoint.pattern().startsWith("/api/v1"));
        }
        return endpoints;
    }

    private static String path(Endpoint endpoint) {
        return endpoint.path().replace("/queues/NO-SUCH", "/queues/to-triage");
    }
}
