package io.holdfast.command.targeting.web;

import static io.holdfast.command.intake.web.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.intake.web.Caller;
import io.holdfast.command.intake.web.IntakeServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftsOverHttpTest {
    private static final String RULE_SET = """
            {"name":"Retuned","threshold":1,"randomShare":0.1,"rules":[{"id":"mail","description":"Why",\
            "condition":"%s","weight":0.5,"instruction":"Look"}],\
            "capacity":{"perDay":20,"ports":[{"port":"4701","perDay":5}]},\
            "profiles":[{"id":"goods","description":"History","fields":["hs6","countryOfDeparture"],"weight":1,\
            "baseRate":0.2,"smoothing":5,"fittedOn":"2026-11-01","cells":[\
            {"values":["070200","CN"],"examined":40,"positive":36},{"values":["070200","JP"],"examined":9,"positive":0}]}]}""";

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
        return RULE_SET.formatted(condition);
    }

    private static String draft(String condition) throws IOException {
        return json(post(analyst, "", "{\"ruleSet\":" + ruleSet(condition) + ",\"basis\":\"Outcomes of October\"}"))
                .path("draft")
                .asString();
    }

    private static HttpResponse<String> post(Caller caller, String path, String json) throws IOException {
        return caller.post("/rule-sets/drafts" + path, "application/json", json);
    }

    private static JsonNode shown(String draft) throws IOException {
        return json(analyst.get("/rule-sets/drafts/" + draft));
    }

    @Test
    void a_draft_is_proposed_by_one_person_approved_by_another_and_then_decides() throws IOException {
        String id = draft("transportMode == 'MAIL'");
        String hash = shown(id).path("summary").path("contentHash").asString();
        assertThat(post(analyst, "/" + id + "/propose", "{\"reason\":\"Ready\"}")
                        .statusCode())
                .isEqualTo(200);

        String approval = "{\"contentHash\":\"" + hash + "\",\"reason\":\"Fine\"}";
        HttpResponse<String> mine = post(analyst, "/" + id + "/approve", approval);
        assertThat(mine.statusCode()).isEqualTo(403);
        assertThat(json(mine).path("type").asString()).isEqualTo("/problems/four-eyes");
        assertThat(json(post(second, "/" + id + "/approve", approval))
                        .path("stage")
                        .asString())
                .isEqualTo("APPROVED");

        HttpResponse<String> activated = post(second, "/" + id + "/activate", "{\"reason\":\"Pilot\"}");
        assertThat(activated.statusCode()).isEqualTo(200);
        int version = json(activated).path("version").asInt();
        assertThat(json(activated).path("contentHash").asString()).isEqualTo(hash);
        JsonNode active = json(analyst.get("/rule-sets/" + version));
        assertThat(active.path("summary").path("active").asBoolean()).isTrue();
        assertThat(active.path("summary").path("draft").asString()).isEqualTo(id);
        assertThat(active.path("profiles").get(0).path("cells")).hasSize(2);
        assertThat(shown(id).path("summary").path("version").asInt()).isEqualTo(version);
        assertThat(shown(id).path("steps").findValuesAsString("kind"))
                .containsExactly("DRAFTED", "PROPOSED", "APPROVED");
    }

    @Test
    void a_draft_shows_its_content_and_what_is_allowed_but_never_the_seed() throws IOException {
        String id = draft("true");

        HttpResponse<String> shown = server.as("auditor").get("/rule-sets/drafts/" + id);

        assertThat(json(shown).path("basis").asString()).isEqualTo("Outcomes of October");
        assertThat(json(shown).path("allowed").toString())
                .isEqualTo("[\"ReviseDraft\",\"RecordSimulation\",\"ProposeRuleSet\"]");
        assertThat(json(shown)
                        .path("capacity")
                        .path("ports")
                        .get(0)
                        .path("perDay")
                        .asInt())
                .isEqualTo(5);
        assertThat(shown.body()).doesNotContain("seed");
    }

    @Test
    void what_the_stage_does_not_allow_is_a_conflict_that_names_what_it_does() throws IOException {
        String id = draft("true");

        HttpResponse<String> refused = post(second, "/" + id + "/reject", "{\"reason\":\"No\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/illegal-draft-move");
        assertThat(json(refused).path("stage").asString()).isEqualTo("DRAFTED");
        assertThat(json(refused).path("allowed")).hasSize(3);
        assertThat(post(second, "/" + id + "/activate", "{\"reason\":\"No\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_was_revised_since_it_was_seen_is_not_approved() throws IOException {
        String id = draft("true");
        String before = shown(id).path("summary").path("contentHash").asString();
        HttpResponse<String> revised = analyst.call(
                "PUT", "/rule-sets/drafts/" + id, "{\"ruleSet\":" + ruleSet("false") + ",\"reason\":\"Too wide\"}");
        assertThat(revised.statusCode()).isEqualTo(200);
        post(analyst, "/" + id + "/propose", "{\"reason\":\"Ready\"}");

        HttpResponse<String> refused =
                post(second, "/" + id + "/approve", "{\"contentHash\":\"" + before + "\",\"reason\":\"Fine\"}");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(json(refused).path("contentHash").asString())
                .isEqualTo(json(revised).path("contentHash").asString())
                .isNotEqualTo(before);
    }

    @Test
    void drafts_at_fault_are_problems() throws IOException {
        HttpResponse<String> condition =
                post(analyst, "", "{\"ruleSet\":" + ruleSet("hs7 == '1'") + ",\"basis\":\"x\"}");
        assertThat(condition.statusCode()).isEqualTo(422);
        assertThat(json(condition).path("column").asInt()).isEqualTo(1);
        String field = ruleSet("true").replace("\"hs6\",", "\"hs7\",");
        HttpResponse<String> unknown = post(analyst, "", "{\"ruleSet\":" + field + ",\"basis\":\"x\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(json(unknown).path("detail").asString()).contains("hs6").contains("attributes.NAME");
        assertThat(post(analyst, "", "{}").statusCode()).isEqualTo(422);
        assertThat(post(analyst, "", "{\"ruleSet\":" + ruleSet("true") + "}").statusCode())
                .isEqualTo(422);
        assertThat(analyst.get("/rule-sets/drafts/none").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/rule-sets/drafts/no%20ne").statusCode()).isIn(400, 422);
        assertThat(analyst.get("/rule-sets/drafts?limit=0").statusCode()).isEqualTo(422);
        assertThat(post(analyst, "/none/propose", "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(analyst.post("/rule-sets", "application/json", ruleSet("true"))
                        .statusCode())
                .as("profiles need a draft")
                .isEqualTo(422);
    }

    @Test
    void drafts_are_listed_page_by_page_the_latest_first() throws IOException {
        String first = draft("true");
        String last = draft("false");

        JsonNode page = json(analyst.get("/rule-sets/drafts?limit=1"));
        JsonNode next = json(analyst.get(
                "/rule-sets/drafts?limit=1&before=" + page.path("next").asInt()));

        assertThat(page.path("drafts").findValuesAsString("draft")).containsExactly(last);
        assertThat(next.path("drafts").findValuesAsString("draft")).containsExactly(first);
    }

    @Test
    void a_draft_that_cannot_be_read_names_the_event_and_stops_no_other() throws IOException {
        String fine = draft("true");
        String unreadable = draft("false");
        try (var _ = server.spoil("targeting:draft:" + unreadable, 0)) {
            String revision = "{\"reason\":\"why\",\"ruleSet\":" + ruleSet("true") + "}";
            String path = "/rule-sets/drafts/" + unreadable;
            namesTheEvent(analyst.get(path), "targeting:draft:" + unreadable, 1, "rule-set.drafted#1");
            namesTheEvent(
                    analyst.call("PUT", path, revision), "targeting:draft:" + unreadable, 1, "rule-set.drafted#1");
            namesTheEvent(
                    post(second, "/" + unreadable + "/propose", "{\"reason\":\"x\"}"),
                    "targeting:draft:" + unreadable,
                    1,
                    "rule-set.drafted#1");
            namesTheEvent(
                    analyst.get("/rule-sets/active/diff/" + unreadable),
                    "targeting:draft:" + unreadable,
                    1,
                    "rule-set.drafted#1");

            JsonNode page = json(analyst.get("/rule-sets/drafts?limit=2"));
            assertThat(page.path("drafts").findValuesAsString("draft")).containsExactly(fine);
            JsonNode left = page.path("unreadable").path(0);
            assertThat(left.path("draft").asString()).isEqualTo(unreadable);
            assertThat(left.path("name").asString()).isEqualTo("Retuned");
            assertThat(left.path("version").asInt()).isEqualTo(1);
            assertThat(left.path("event").asString()).isEqualTo("rule-set.drafted#1");
        }
        assertThat(shown(unreadable).path("summary").path("name").asString()).isEqualTo("Retuned");
    }

    @Test
    void a_series_that_cannot_be_read_names_the_event_to_everybody_who_wants_to_change_it() throws IOException {
        String last = draft("true");
        try (var _ = server.spoil("targeting:rules", server.last("targeting:rules"))) {
            int event = (int) server.last("targeting:rules") + 1;
            namesTheEvent(
                    post(analyst, "", "{\"ruleSet\":" + ruleSet("true") + ",\"basis\":\"x\"}"),
                    "targeting:rules",
                    event,
                    "rule-set.draft-opened#1");
            namesTheEvent(
                    post(analyst, "/" + last + "/activate", "{\"reason\":\"x\"}"),
                    "targeting:rules",
                    event,
                    "rule-set.draft-opened#1");
            assertThat(analyst.get("/rule-sets").statusCode()).isEqualTo(200);
        }
        assertThat(draft("false")).isNotEmpty();
    }

    private static void namesTheEvent(HttpResponse<String> answer, String stream, int version, String event)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/unreadable-event");
        assertThat(problem.path("detail").asString())
                .contains("Event " + version + " of " + stream + " (" + event + ")");
        assertThat(problem.path("aggregate").asString()).isEqualTo(stream);
        assertThat(problem.path("version").asInt()).isEqualTo(version);
        assertThat(problem.path("event").asString()).isEqualTo(event);
    }

    @Test
    void a_diff_names_what_differs_between_a_draft_and_a_version() throws IOException {
        String one = draft("true");
        String other = json(post(
                        analyst,
                        "",
                        "{\"ruleSet\":" + ruleSet("false").replace("\"positive\":36", "\"positive\":20")
                                + ",\"basis\":\"x\"}"))
                .path("draft")
                .asString();

        JsonNode diff = json(analyst.get("/rule-sets/" + one + "/diff/" + other));

        assertThat(diff.has("threshold")).isFalse();
        assertThat(diff.path("seedChanged").asBoolean()).isFalse();
        assertThat(diff.path("rules").get(0).path("from").path("condition").asString())
                .isEqualTo("true");
        assertThat(diff.path("rules").get(0).path("to").path("condition").asString())
                .isEqualTo("false");
        JsonNode profile = diff.path("profiles").get(0);
        assertThat(profile.path("cellsChanged").asInt()).isEqualTo(1);
        assertThat(profile.path("cellsAdded").asInt()).isZero();
        assertThat(profile.path("most").get(0).path("values").toString()).isEqualTo("[\"070200\",\"CN\"]");
        assertThat(json(analyst.get("/rule-sets/1/diff/" + one)).path("profiles"))
                .hasSize(1);
        assertThat(json(analyst.get("/rule-sets/1/diff/1")).path("rules")).isEmpty();
        assertThat(analyst.get("/rule-sets/active/diff/99").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/rule-sets/1/diff/none").statusCode()).isEqualTo(404);
    }

    @Test
    void the_active_version_is_not_retired() throws IOException {
        String active = json(analyst.get("/rule-sets")).path("versions").findParents("active").stream()
                .filter(version -> version.path("active").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("version")
                .asString();

        HttpResponse<String> refused =
                analyst.post("/rule-sets/" + active + "/retire", "application/json", "{\"reason\":\"Over\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/rule-set-in-the-way");
        assertThat(analyst.post("/rule-sets/77/retire", "application/json", "{\"reason\":\"Over\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void without_a_query_side_a_simulation_fails_and_says_so() throws IOException {
        String id = draft("true");
        HttpResponse<String> begun =
                post(analyst, "/" + id + "/simulations", "{\"from\":\"2026-01-01\",\"to\":\"2026-02-01\"}");
        assertThat(begun.statusCode()).isEqualTo(202);
        String path = begun.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json(analyst.get(path)).path("state").asString().equals("FAILED"));

        assertThat(json(analyst.get(path)).path("failure").asString()).contains("holdfast.query-side.url");
        HttpResponse<String> stream = analyst.get(path + "/progress");
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(stream.body()).contains("event:failed").contains("\"state\":\"FAILED\"");
        assertThat(json(analyst.call("DELETE", path, null)).path("state").asString())
                .as("what is over stays as it is")
                .isEqualTo("FAILED");
        assertThat(analyst.get("/rule-sets/drafts/" + id + "/simulations/none").statusCode())
                .isEqualTo(404);
        assertThat(post(analyst, "/" + id + "/simulations", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void drafts_are_for_targeting_people_and_auditors() throws IOException {
        for (String user : new String[] {"inspector", "supervisor", "reporter", "admin"}) {
            assertThat(server.as(user).get("/rule-sets/drafts").statusCode()).isEqualTo(403);
        }
        assertThat(post(server.as("auditor"), "/any/approve", "{}").statusCode())
                .isEqualTo(403);
    }
}
