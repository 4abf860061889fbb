package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.server.HoldfastServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A draft on its way through the whole instance: outcomes from the query side, the result in the log, another person approves. */
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
    void the_approver_sees_what_the_draft_would_have_selected(@TempDir Path data) throws Exception {
        try (HoldfastServer server = HoldfastServer.start(0, data, true)) {
            var analyst = new Api(server.url(), "analyst");
            simulated(analyst, analyst, new Api(server.url(), "analyst2"));
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

    private static void simulated(Api analyst, Api questions, Api approver) {
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
    }

    /** Every third one is tomatoes; each on a day of its own. The shipped rules select none of them. */
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
