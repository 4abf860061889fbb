package io.holdfast.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.server.HoldfastServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A draft on its way through the whole instance: outcomes from the query side, the result in the log, approval by
 * another person.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatingADraftTest {
    private static final int DECLARATIONS = 12;
    private static final String DECLARATION = """
            {"shipmentId":"SIM-%d","declaredOn":"2026-10-%02d","port":"4701","transportMode":"AIR","declarant":"B1",\
            "hs6":"%s","countryOfDeparture":"CN","countryOfOrigin":"CN"}""";
    private static final String DRAFT = """
            {"basis":"Tomatoes were missed","ruleSet":{"name":"Tomatoes","threshold":1,"randomShare":0,\
            "capacity":{"perDay":0,"ports":[]},"rules":[{"id":"tomatoes","description":"Why",\
            "condition":"hs6 == '070200'","weight":1,"instruction":"Look inside"},{"id":"licence","description":"Why",\
            "condition":"attributes.licence == ''","weight":1,"instruction":"Ask for it"}]}}""";

    @Test
    void the_approver_sees_what_the_draft_would_have_selected_and_its_failing_rule_is_in_each_case(@TempDir Path data)
            throws Exception {
        try (HoldfastServer server = HoldfastServer.start(0, data, true)) {
            var analyst = new Api(server.url(), "analyst");
            String draft = simulated(analyst, analyst, analyst.as("analyst2"));
            activated(draft, analyst, analyst.as("analyst2"));
            theFailingRuleIsOnRecord(analyst);
            assertThat(meters(server.url()))
                    .contains("holdfast_screening_rule_failures_total{reason=\"attribute_not_found\"} 1.0");
        }
    }

    @Test
    void the_outcomes_may_be_in_another_process() throws Exception {
        try (var issuer = new Issuer();
                var cluster = new Cluster(issuer).withQueries().withCommands()) {
            simulated(
                    cluster.does(0, "ann", "ANALYST", "*"),
                    cluster.asks(0, "ann", "ANALYST", "*"),
                    cluster.does(0, "bob", "ANALYST", "*"));
        }
    }

    private static void activated(String draft, Api analyst, Api approver) {
        String why = "{\"reason\":\"Tomatoes\"}";
        analyst.post(draft + "/propose", why);
        String seen = approver.get(draft).path("summary").path("contentHash").asString();
        approver.post(draft + "/approve", "{\"contentHash\":\"" + seen + "\",\"reason\":\"Tomatoes\"}");
        approver.post(draft + "/activate", why);
    }

    private static void theFailingRuleIsOnRecord(Api analyst) {
        var declared = analyst.answerTo("/declarations", DECLARATION.formatted(99, 9, "070200"));
        String position = declared.headers().firstValue(Api.POSITION).orElseThrow();

        JsonNode failed =
                Api.ok(analyst.answerFrom(position, "/shipments/SIM-99")).at("/selection/logic/failed/0");
        assertThat(failed.path("ruleId").asString()).isEqualTo("licence");
        assertThat(failed.path("reason").asString()).startsWith("attribute not found: ");
        assertThat(failed.at("/place/line").asInt()).isEqualTo(1);
        assertThat(Api.ok(analyst.as("auditor").answerFrom(position, "/shipments/SIM-99/audit"))
                        .toString())
                .contains("screening.failed[0].ruleId");
        var officer = analyst.as("inspector").answerFrom(position, "/shipments/SIM-99");
        assertThat(officer.statusCode()).isEqualTo(200);
        assertThat(officer.body()).doesNotContain("licence");
        JsonNode outcome =
                analyst.get("/feedback/outcomes?limit=1000").path("items").get(DECLARATIONS);
        assertThat(outcome.path("failed").get(0).asString()).isEqualTo("licence");
        JsonNode rule =
                analyst.get("/feedback/rules?rule=licence").path("rules").get(0);
        assertThat(rule.path("failed").asInt()).isEqualTo(1);
        assertThat(rule.path("fired").asInt()).isZero();
    }

    private static String meters(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(UTF_8)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** @return the path of the draft */
    private static String simulated(Api analyst, Api questions, Api approver) {
        declare(analyst, questions);
        JsonNode drafted = analyst.post("/rule-sets/drafts", DRAFT);
        String draft = "/rule-sets/drafts/" + drafted.path("draft").asString();

        JsonNode begun = analyst.post(draft + "/simulations", "{\"from\":\"2026-10-01\",\"to\":\"2026-10-31\"}");
        String simulation = draft + "/simulations/" + begun.path("simulation").asString();
        HttpResponse<String> stream = analyst.answer(simulation + "/progress", "text/event-stream");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> analyst.get(simulation).path("state").asString().equals("DONE"));

        assertThat(stream.body()).contains("event:done");
        JsonNode result = approver.get(draft).path("simulation").path("result");
        assertThat(result).isEqualTo(analyst.get(simulation).path("result"));
        assertThat(result.path("declarations").asInt()).isEqualTo(DECLARATIONS);
        assertThat(result.path("draft").path("byRules").asInt()).isEqualTo(DECLARATIONS / 3);
        assertThat(result.path("change").path("newUnknown").asInt()).isEqualTo(DECLARATIONS / 3);
        JsonNode failed = result.path("draft").path("failed").get(0);
        assertThat(failed.path("first").path("ruleId").asString()).isEqualTo("licence");
        assertThat(failed.path("declarations").asInt()).isEqualTo(DECLARATIONS);
        JsonNode port = result.path("ports").get(0);
        assertThat(port.path("port").asString()).isEqualTo("4701");
        assertThat(port.path("draft").path("daysAbove").asInt()).isEqualTo(DECLARATIONS / 3);
        assertThat(port.path("draft").path("perDay")).hasSize(31);
        return draft;
    }

    /** Every third one is tomatoes; each has a day of its own. The shipped rules select none of them. */
    private static void declare(Api analyst, Api questions) {
        String position = "";
        for (int i = 1; i <= DECLARATIONS; i++) {
            var declared =
                    analyst.answerTo("/declarations", DECLARATION.formatted(i, i, i % 3 == 0 ? "070200" : "090240"));
            assertThat(declared.statusCode()).isEqualTo(201);
            position = declared.headers().firstValue(Api.POSITION).orElseThrow();
        }
        assertThat(questions.answerFrom(position, "/feedback/outcomes").statusCode())
                .isEqualTo(200);
    }
}
