package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on cases that are not one's own: of another port, of another user, or unassigned; and links between two. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnotherPortsCasesTest {
    private static final String ELSEWHERE = "1ZZB";
    private static final String NOWHERE = "NONE";
    private static final String DECLARATION = """
            {"shipmentId": "%s", "declaredOn": "2026-11-20", "port": "%s", "transportMode": "MARITIME", \
            "declarant": "D1", "hs6": "293333", "countryOfDeparture": "CN", "countryOfOrigin": "CN"}""";
    private static final String SNOOZE = "{\"until\": \"%s\", \"reason\": \"papers\"}"
            .formatted(Instant.now().plus(Duration.ofDays(1)));

    private static Issuer issuer;
    private static Cluster cluster;
    private static Api here;
    private static Api inspector;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        cluster = new Cluster(issuer).withQueries().withCommands();
        here = cluster.does(0, "chiefYYA", "SUPERVISOR", "YYA");
        inspector = cluster.does(0, "anna", "INSPECTOR", "YYA");
        for (String shipment : List.of("1YYA", "2YYA", "3YYA", "4YYA")) {
            here.open(shipment, "YYA", "MANUAL", "YYA");
        }
        cluster.does(0, "chiefZZB", "SUPERVISOR", "ZZB").open(ELSEWHERE, "ZZB", "MANUAL", "ZZB");
        Api.ok(inspector.answerTo("/shipments/1YYA/notes", "{\"text\": \"seen\"}"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/claim|{}",
                "/return|{\"reason\": \"x\"}",
                "/reassign|{\"assignee\": \"anna\", \"reason\": \"x\"}",
                "/reassign|{\"assignee\": \"nobody-knows\", \"reason\": \"x\"}",
                "/escalate|{\"reason\": \"x\"}",
                "/snooze|{\"until\": \"2031-01-01T00:00:00Z\", \"reason\": \"x\"}",
                "/notes|{\"text\": \"x\"}",
                "/tags|{\"tag\": \"x\"}",
                "/links|{\"other\": \"1YYA\", \"relation\": \"SAME_ROUTE\"}",
                "/links|{\"other\": \"NOWHERE-AT-ALL\", \"relation\": \"SAME_ROUTE\"}",
                "/operation|{\"operation\": \"Blue Lotus\"}",
                "/holds|{\"type\": \"MANIFEST\", \"reason\": \"x\", \"location\": \"Pier 1\"}",
                "/exams|{\"type\": \"INTENSIVE\"}",
                "/exams/e1/start|{}",
                "/seizure-requests/q1/approve|{\"fpfCaseNumber\": \"F-1\"}",
                "/release|{\"kind\": \"FULL\", \"reason\": \"x\"}",
                "/redelivery-demands|{\"reason\": \"x\"}",
                "/targeting|{\"basis\": \"MANUAL\", \"reason\": \"x\"}",
            })
    void a_command_on_a_case_of_another_port_is_answered_as_if_there_was_none(String command, String body) {
        for (String tag : List.of("\"0\"", "\"1\"", "\"7\"")) {
            assertThat(told(here.decide("/shipments/" + ELSEWHERE + command, tag, body)))
                    .isEqualTo(told(here.decide("/shipments/" + NOWHERE + command, tag, body)));
        }
        assertThat(told(here.answerTo("/shipments/" + ELSEWHERE + command, body)))
                .isEqualTo(told(here.answerTo("/shipments/" + NOWHERE + command, body)));
    }

    @Test
    void what_would_open_a_case_there_says_nothing_of_the_one_that_there_is() {
        for (String shipment : List.of(ELSEWHERE, NOWHERE)) {
            String foreign = "{\"basis\": \"MANUAL\", \"reason\": \"x\", \"declaration\": "
                    + DECLARATION.formatted(shipment, "ZZB") + "}";
            var refused = here.answerTo("/shipments/" + shipment + "/targeting", foreign);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        }
        var own = here.answerTo(
                "/shipments/" + ELSEWHERE + "/targeting",
                "{\"basis\": \"MANUAL\", \"reason\": \"x\", \"declaration\": " + DECLARATION.formatted(ELSEWHERE, "YYA")
                        + "}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(404);
    }

    @Test
    void a_declaration_of_a_shipment_of_another_port_is_not_found_alone_and_in_a_stream() throws Exception {
        Api analyst = cluster.does(0, "ava", "ANALYST", "YYA");
        String declared = DECLARATION.formatted(ELSEWHERE, "YYA");

        HttpResponse<String> alone = analyst.answerTo("/declarations", declared);
        assertThat(alone.statusCode()).as(alone.body()).isEqualTo(404);
        assertThat(alone.body()).contains("/problems/no-such-shipment").doesNotContain("known", "another");

        HttpResponse<String> stream = send(analyst, "application/x-ndjson", declared + "\n");
        JsonNode row = JsonMapper.shared().readTree(stream.body());
        assertThat(row.path("outcome").asString()).isEqualTo("REJECTED");
        assertThat(row.path("field").asString()).isEqualTo("shipmentId");
        assertThat(stream.body()).doesNotContain("known", "another", "ZZB\"}");
    }

    @Test
    void a_link_to_a_case_of_another_port_is_refused_as_one_to_no_case() {
        String body = "{\"other\": \"%s\", \"relation\": \"SAME_PARTY\"}";
        var hidden = here.answerTo("/shipments/1YYA/links", body.formatted(ELSEWHERE));
        var absent = here.answerTo("/shipments/1YYA/links", body.formatted(NOWHERE));

        assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(404);
        assertThat(told(hidden)).isEqualTo(told(absent));
        assertThat(here.answerTo("/shipments/1YYA/links", body.formatted("1YYA"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_link_is_at_both_ends_and_once() {
        String link = "{\"other\": \"%s\", \"relation\": \"SAME_ROUTE\"}";
        var linked = here.answerTo("/shipments/2YYA/links", link.formatted("3YYA"));
        Api.ok(linked);
        String position = linked.headers().firstValue(Api.POSITION).orElseThrow();

        assertThat(here.answerTo("/shipments/2YYA/links", link.formatted("3YYA"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(here.answerTo("/shipments/3YYA/links", link.formatted("2YYA"))
                        .statusCode())
                .isEqualTo(409);
        Api asks = cluster.asks(0, "chiefYYA", "SUPERVISOR", "YYA");
        for (String end : List.of("2YYA", "3YYA")) {
            JsonNode file = Api.ok(asks.answerFrom(position, "/shipments/" + end));
            assertThat(file.at("/dossier/links/last")
                            .valueStream()
                            .map(other -> other.path("other").asString()))
                    .containsExactly(end.equals("2YYA") ? "3YYA" : "2YYA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"me", "none", "holdfast", "HOLDFAST", "system", "never-seen", "chiefZZB", "ava2", "rita"})
    void a_case_is_not_given_to_who_could_not_work_it(String assignee) {
        // Two users who have been seen but work no cases, and one who works at another port.
        cluster.does(0, "ava2", "ANALYST", "YYA").answer("/rule-sets", "application/json");
        cluster.asks(0, "rita", "REPORTER", "YYA").answer("/reports/consistency", "application/json");

        var refused =
                here.answerTo("/shipments/1YYA/reassign", "{\"assignee\": \"" + assignee + "\", \"reason\": \"load\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("assignee");
    }

    @Test
    void a_case_is_given_to_who_has_been_here_and_works_there_and_snoozed_by_that_one() {
        Api bert = cluster.does(0, "bert", "INSPECTOR", "YYA");
        assertThat(inspector.answerTo("/shipments/4YYA/snooze", SNOOZE).statusCode())
                .isEqualTo(409);
        Api.ok(here.answerTo("/shipments/4YYA/reassign", "{\"assignee\": \"anna\", \"reason\": \"load\"}"));
        assertThat(bert.answerTo("/shipments/4YYA/snooze", SNOOZE).body()).contains("/problems/assigned-to-another");
        Api.ok(inspector.answerTo("/shipments/4YYA/snooze", SNOOZE));
        Api.ok(here.answerTo("/shipments/4YYA/snooze", SNOOZE));
        Api.ok(here.answerTo("/shipments/4YYA/reassign", "{\"assignee\": \"bert\", \"reason\": \"load\"}"));
    }

    private static HttpResponse<String> send(Api api, String type, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    api.request("/declarations")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /**
     * Everything in a response that could distinguish one case from another, without values that always differ and
     * values that were sent.
     */
    private static Map<String, String> told(HttpResponse<String> answer) {
        var told = new TreeMap<String, String>();
        answer.headers().map().forEach((name, values) -> told.put(name.toLowerCase(Locale.ROOT), values.toString()));
        List.of("connection", "date", "x-correlation-id", "x-holdfast-position").forEach(told::remove);
        told.put(":status", String.valueOf(answer.statusCode()));
        told.put(":body", answer.body().replace(ELSEWHERE, NOWHERE));
        return told;
    }
}
