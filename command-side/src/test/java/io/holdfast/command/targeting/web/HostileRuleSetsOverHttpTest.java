package io.holdfast.command.targeting.web;

import static io.holdfast.command.intake.web.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.intake.web.Caller;
import io.holdfast.command.intake.web.IntakeServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileRuleSetsOverHttpTest {
    private static IntakeServer server;
    private static Caller analyst;

    @BeforeAll
    static void start() {
        server = new IntakeServer();
        analyst = server.as("analyst");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> draft(String ruleSet) throws IOException {
        return analyst.post("/rule-sets/drafts", "application/json", "{\"basis\":\"b\",\"ruleSet\":" + ruleSet + "}");
    }

    private static String withRules(String rules) {
        return "{\"name\":\"t\",\"rules\":[" + rules
                + "],\"profiles\":[],\"threshold\":5,\"randomShare\":0.01,\"seed\":1}";
    }

    private static String rule(String id, String condition) {
        return "{\"id\":\"" + id + "\",\"description\":\"d\",\"condition\":\"" + condition
                + "\",\"weight\":10,\"instruction\":\"i\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description.matches(\\\"(?<=fent)anyl\\\")",
                "description.matches(\\\"((((a{1000}){1000}){1000}){1000}){1000}\\\")",
                "has(attributes.p) && description.matches(attributes.p)"
            })
    void a_pattern_that_its_engine_cannot_run_is_refused_with_its_place(String condition) throws IOException {
        HttpResponse<String> drafted = draft(withRules(rule("r1", condition)));
        HttpResponse<String> published =
                analyst.post("/rule-sets", "application/json", withRules(rule("r1", condition)));

        for (HttpResponse<String> refused : List.of(drafted, published)) {
            assertThat(refused.statusCode()).isEqualTo(422);
            JsonNode problem = json(refused);
            assertThat(problem.path("type").asString()).isEqualTo("/problems/bad-condition");
            assertThat(problem.path("field").asString()).isEqualTo("rules.r1.condition");
            assertThat(problem.path("line").asInt()).isEqualTo(1);
            assertThat(problem.path("column").asInt()).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"t\",\"rules\":[null],\"threshold\":5,\"randomShare\":0}",
                "{\"name\":\"t\",\"rules\":[],\"profiles\":[null],\"threshold\":5,\"randomShare\":0}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":1e999,\"randomShare\":0}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":\"NaN\",\"randomShare\":0}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":-1e-320}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"capacity\":{\"perDay\":99999999999}}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"capacity\":{\"ports\":[null]}}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"unknown\":1}",
                "{\"name\":\"t\",\"rules\":[{\"id\":null,\"description\":\"d\",\"condition\":\"true\",\"weight\":1,\"instruction\":\"i\"}],\"threshold\":5,\"randomShare\":0}",
                "{\"name\":\"t\",\"rules\":[{\"id\":\"a\",\"description\":\"d\",\"condition\":\"true\",\"weight\":\"NaN\",\"instruction\":\"i\"}],\"threshold\":5,\"randomShare\":0}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"profiles\":[{\"id\":\"p\",\"description\":\"d\",\"fields\":[null],\"weight\":1,\"baseRate\":0.1,\"smoothing\":1,\"fittedOn\":\"2026-01-01\",\"cells\":[]}]}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"profiles\":[{\"id\":\"p\",\"description\":\"d\",\"fields\":[\"hs6\"],\"weight\":1,\"baseRate\":0.1,\"smoothing\":1,\"fittedOn\":\"2026-01-01\",\"cells\":[null]}]}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"profiles\":[{\"id\":\"p\",\"description\":\"d\",\"fields\":[\"hs6\"],\"weight\":1,\"baseRate\":0.1,\"smoothing\":1,\"fittedOn\":\"2026-01-01\",\"cells\":[{\"values\":[null],\"examined\":1,\"positive\":1}]}]}",
                "{\"name\":\"t\",\"rules\":[],\"threshold\":5,\"randomShare\":0,\"profiles\":[{\"id\":\"p\",\"description\":\"d\",\"fields\":[\"hs6\"],\"weight\":1,\"baseRate\":1e-300,\"smoothing\":1e-300,\"fittedOn\":\"2026-01-01\",\"cells\":[{\"values\":[\"070200\"],\"examined\":1,\"positive\":1}]}]}",
            })
    void what_no_rule_set_can_be_is_refused_and_named(String ruleSet) throws IOException {
        HttpResponse<String> refused = draft(ruleSet);

        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 422);
        assertThat(json(refused).path("detail").asString()).isNotEmpty();
    }

    @Test
    void two_rules_of_one_id_are_refused() throws IOException {
        assertThat(draft(withRules(rule("r1", "true") + "," + rule("r1", "false")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_content_beyond_four_megabytes_is_refused_as_a_draft_and_one_beyond_a_quarter_as_a_version()
            throws IOException {
        String padded = "true//" + "x".repeat(3000);
        String large =
                IntStream.range(0, 90).mapToObj(i -> rule("r" + i, padded)).collect(Collectors.joining(","));
        String tooLarge = IntStream.range(0, 500)
                .mapToObj(i -> rule("r" + i, "true//" + "一".repeat(2900)))
                .collect(Collectors.joining(","));

        HttpResponse<String> published = analyst.post("/rule-sets", "application/json", withRules(large));
        assertThat(published.statusCode()).isEqualTo(422);
        assertThat(json(published).path("field").asString()).isEqualTo("rules");
        assertThat(draft(withRules(large)).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = draft(withRules(tooLarge));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("field").asString()).isEqualTo("ruleSet");
    }

    @Test
    void the_twenty_first_content_of_a_draft_is_refused() throws IOException {
        String id = json(draft(withRules(rule("r1", "true")))).path("draft").asString();
        for (int revision = 1; revision < 20; revision++) {
            assertThat(revise(id, "size(hs6) > " + revision).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = revise(id, "size(hs6) > 20");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/draft-full");
        assertThat(json(analyst.get("/rule-sets/drafts/" + id)).path("steps")).hasSize(20);
    }

    private static HttpResponse<String> revise(String id, String condition) throws IOException {
        return analyst.call(
                "PUT",
                "/rule-sets/drafts/" + id,
                "{\"reason\":\"again\",\"ruleSet\":" + withRules(rule("r1", condition)) + "}");
    }
}
