package io.holdfast.command.targeting.web;

import static io.holdfast.command.intake.web.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.intake.web.Caller;
import io.holdfast.command.intake.web.IntakeServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSetsOverHttpTest {
    private static final String JSON = "application/json";
    private static final String TOMATOES = """
            {"shipmentId":"%s","declaredOn":"2026-10-01","port":"4701","transportMode":"AIR","declarant":"B1",\
            "hs6":"070200","countryOfDeparture":"CN","countryOfOrigin":"CN"}""";

    private static IntakeServer server;
    private static Caller analyst;
    private static Caller second;

    @BeforeAll
    static void start() {
        server = new IntakeServer();
        analyst = server.as("analyst");
        second = server.as("analyst2");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ruleSet(String condition) {
        return """
                {"name":"Pilot","threshold":5,"randomShare":0,"rules":[{"id":"tomatoes","description":"Why",\
                "condition":"%s","weight":7.5,"instruction":"Look inside"}]}""".formatted(condition);
    }

    @Test
    void a_published_version_decides_once_it_is_activated() throws IOException {
        HttpResponse<String> published = analyst.post("/rule-sets", JSON, ruleSet("hs6 == '070200'"));

        assertThat(published.statusCode()).isEqualTo(201);
        int version = json(published).path("version").asInt();
        assertThat(version).isGreaterThan(1);
        assertThat(published.headers().firstValue("Location")).contains("/api/v1/rule-sets/" + version);
        assertThat(json(published).path("contentHash").asString()).hasSize(64);
        assertThat(outcomeOf("P-1")).isEqualTo("RELEASED");

        HttpResponse<String> activated = activated(version);

        assertThat(activated.statusCode()).isEqualTo(200);
        assertThat(json(activated)).isEqualTo(json(published));
        assertThat(outcomeOf("P-2")).isEqualTo("TARGETED");
        assertThat(outcomeOf("P-1")).as("decided once").isEqualTo("RELEASED");
    }

    @Test
    void the_content_of_the_latest_version_once_more_changes_nothing() throws IOException {
        HttpResponse<String> first = analyst.post("/rule-sets", JSON, ruleSet("true"));
        HttpResponse<String> again = analyst.post("/rule-sets", JSON, ruleSet("true"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(first));
    }

    @Test
    void a_condition_that_cannot_be_used_is_refused_with_rule_place_and_reason() throws IOException {
        HttpResponse<String> refused = analyst.post("/rule-sets", JSON, ruleSet("hs6 == '1' &&\\n hs7 == '2'"));

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = json(refused);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/bad-condition");
        assertThat(problem.path("rule").asString()).isEqualTo("tomatoes");
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isEqualTo(2);
        assertThat(problem.path("reason").asString()).contains("undeclared reference to 'hs7'");
        assertThat(problem.path("field").asString()).isEqualTo("rules.tomatoes.condition");
    }

    @Test
    void a_rule_set_at_fault_is_a_problem() throws IOException {
        assertThat(analyst.post("/rule-sets", JSON, ruleSet("true").replace("\"threshold\":5,", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(analyst.post("/rule-sets", JSON, ruleSet("true").replace("7.5", "\"7.5\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(analyst.post("/rule-sets", JSON, ruleSet("true").replace("\"Why\"", "\"\""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(analyst.post("/rule-sets", JSON, "{}").statusCode()).isEqualTo(422);
        assertThat(analyst.post("/rule-sets", JSON, "").statusCode()).isEqualTo(400);
        assertThat(analyst.post("/rule-sets/1/activate", JSON, "{}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void an_unknown_version_is_404() throws IOException {
        assertThat(analyst.get("/rule-sets/999").statusCode()).isEqualTo(404);
        assertThat(json(analyst.get("/rule-sets/999")).path("type").asString()).isEqualTo("/problems/no-such-rule-set");
        for (String version : new String[] {"999", "0", "-1"}) {
            assertThat(analyst.post("/rule-sets/" + version + "/activate", JSON, "{\"reason\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(analyst.get("/rule-sets/one").statusCode()).isEqualTo(400);
    }

    @Test
    void versions_are_listed_page_by_page_the_latest_first() throws IOException {
        analyst.post("/rule-sets", JSON, ruleSet("true"));
        analyst.post("/rule-sets", JSON, ruleSet("false"));

        JsonNode all = json(analyst.get("/rule-sets?limit=200")).path("versions");
        int latest = all.get(0).path("version").asInt();
        JsonNode page = json(analyst.get("/rule-sets?limit=2"));
        JsonNode last = json(analyst.get("/rule-sets?limit=2&before=2"));

        assertThat(page.path("versions").findValuesAsString("version"))
                .containsExactly(String.valueOf(latest), String.valueOf(latest - 1));
        assertThat(page.path("next").asInt()).isEqualTo(latest - 1);
        assertThat(last.path("versions").findValuesAsString("version")).containsExactly("1");
        assertThat(last.has("next")).isFalse();
        assertThat(all.size()).isEqualTo(latest);
        assertThat(all.valueStream().filter(version -> version.path("active").asBoolean()))
                .hasSize(1);
        assertThat(analyst.get("/rule-sets?limit=0").statusCode()).isEqualTo(422);
        assertThat(analyst.get("/rule-sets?limit=201").statusCode()).isEqualTo(422);
    }

    @Test
    void a_version_shows_its_rules_and_failures_but_never_the_seed() throws IOException {
        HttpResponse<String> published = analyst.post("/rule-sets", JSON, ruleSet("attributes.none == 'x'"));
        int version = json(published).path("version").asInt();
        activated(version);
        outcomeOf("F-1");

        HttpResponse<String> shown = server.as("auditor").get("/rule-sets/" + version);

        assertThat(json(shown).path("evaluationFailures").path("tomatoes").asInt())
                .isEqualTo(1);
        assertThat(json(shown).path("rules").get(0).path("condition").asString())
                .isEqualTo("attributes.none == 'x'");
        assertThat(json(shown).path("summary").path("activation").path("by").asString())
                .isEqualTo("analyst2");
        assertThat(shown.body()).doesNotContain("seed");
    }

    @Test
    void a_fault_that_only_the_trial_finds_is_told_with_rule_line_and_column() throws IOException {
        HttpResponse<String> refused =
                analyst.post("/rule-sets", JSON, ruleSet("value > 1000000.0 && 1 / (3 - 3) > 0"));

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = json(refused);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/bad-condition");
        assertThat(problem.path("rule").asString()).isEqualTo("tomatoes");
        assertThat(problem.path("line").asInt()).isEqualTo(1);
        assertThat(problem.path("column").asInt()).isEqualTo(24);
        assertThat(problem.path("reason").asString()).endsWith("line 1, column 24: divide by zero: / by zero");
    }

    @Test
    void logic_and_weights_are_for_targeting_people_and_auditors() throws IOException {
        for (String user : new String[] {"inspector", "supervisor", "reporter", "admin"}) {
            assertThat(server.as(user).get("/rule-sets").statusCode()).isEqualTo(403);
            assertThat(server.as(user).get("/rule-sets/1").statusCode()).isEqualTo(403);
        }
        assertThat(server.as("auditor").get("/rule-sets").statusCode()).isEqualTo(200);
        assertThat(server.as("auditor")
                        .post("/rule-sets", JSON, ruleSet("true"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.as("admin")
                        .post("/rule-sets/1/activate", JSON, "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> activated(int version) throws IOException {
        return second.post("/rule-sets/" + version + "/activate", JSON, "{\"reason\":\"Pilot begins\"}");
    }

    private static String outcomeOf(String shipment) throws IOException {
        return json(analyst.post("/declarations", JSON, TOMATOES.formatted(shipment)))
                .path("outcome")
                .asString();
    }
}
