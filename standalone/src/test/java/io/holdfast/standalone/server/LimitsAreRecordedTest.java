package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Callers over the rate limit get an error, which is recorded in the security log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsAreRecordedTest {
    private static final String CORRELATION = "too-often";

    @Test
    void too_many_declarations_and_too_many_failed_logins_are_recorded() {
        try (var system = new WholeSystem(
                "", "--holdfast.limits.intake.per-caller=2", "--holdfast.limits.failed-logins.per-name=2")) {
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(status(
                        system.ask("analyst", "POST", "/api/v1/declarations", "X-Correlation-Id", CORRELATION + i)));
            }
            assertThat(answers).containsExactly(422, 422, 429);

            String wrong = "Basic " + Base64.getEncoder().encodeToString("inspector:guess".getBytes());
            answers.clear();
            for (int i = 3; i < 6; i++) {
                answers.add(status(system.ask(
                        null, "GET", "/api/v1/queues", "Authorization", wrong, "X-Correlation-Id", CORRELATION + i)));
            }
            assertThat(answers).containsExactly(401, 401, 429);
            recorded(system, CORRELATION + 2, "/problems/too-many-requests", "analyst");
            recorded(system, CORRELATION + 5, "/problems/too-many-failed-logins", "");
        }
    }

    private static int status(HttpResponse<?> answer) {
        if (answer.statusCode() == 429) {
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 300L);
        }
        return answer.statusCode();
    }

    private static void recorded(WholeSystem system, String correlation, String problem, String actor) {
        var auditor = new Api(system.url(), "auditor");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode entries =
                    auditor.get("/security-log?correlation=" + correlation).path("items");
            assertThat(entries).hasSize(1);
            assertThat(entries.get(0).path("status").asInt()).isEqualTo(429);
            assertThat(entries.get(0).path("problem").asString()).isEqualTo(problem);
            assertThat(entries.get(0).path("actor").asString("")).isEqualTo(actor);
        });
    }
}
