package io.holdfast.projection.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.CasesOverHttp;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AsOfOverHttpTest extends CasesOverHttp {
    private static final String CASE = "/shipments/R-17";
    private static final int LAST = OneOfEach.history().size();

    @Test
    void a_case_is_shown_as_it_was_at_a_version_with_the_etag_of_that_version() {
        HttpResponse<String> answer = get("INSPECTOR@2704", CASE + "?version=9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"9\"");
        JsonNode file = parsed(answer.body());
        assertThat(file.path("status").asString()).isEqualTo("HELD");
        assertThat(file.path("exams").path("total").asLong()).isEqualTo(1);
        assertThat(file.path("lastChangeAt").asString())
                .isEqualTo(OneOfEach.at(9).toString());
        assertThat(get("INSPECTOR@2704", CASE + "?version=9", "If-None-Match", "\"9\"")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_case_is_shown_as_it_was_at_a_moment() {
        assertThat(json("INSPECTOR@*", CASE + "?asOf=" + OneOfEach.at(9)))
                .isEqualTo(json("INSPECTOR@*", CASE + "?version=9"));
        assertThat(json("INSPECTOR@*", CASE + "?asOf=" + OneOfEach.at(10).minusMillis(1)))
                .isEqualTo(json("INSPECTOR@*", CASE + "?version=9"));
    }

    @Test
    void as_of_the_last_version_or_of_now_it_is_the_case_as_it_is() {
        for (String caller : new String[] {"INSPECTOR@*", "AUDITOR@*"}) {
            JsonNode now = json(caller, CASE);
            assertThat(json(caller, CASE + "?version=" + LAST)).isEqualTo(now);
            assertThat(json(caller, CASE + "?asOf=2099-01-01T00:00:00Z")).isEqualTo(now);
        }
    }

    @Test
    void before_its_first_event_and_after_its_last_version_there_is_no_case() {
        refused("INSPECTOR@*", CASE + "?asOf=" + OneOfEach.at(1).minusMillis(1), 404, "not-found", "");
        refused("INSPECTOR@*", CASE + "?version=" + (LAST + 1), 404, "not-found", "");
        refused("INSPECTOR@*", "/shipments/R-99?version=1", 404, "not-found", "");
        refused("INSPECTOR@*", CASE + "/diff?from=1&to=" + (LAST + 1), 404, "not-found", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?version=3", "?asOf=2099-01-01T00:00:00Z", "/diff?from=1&to=3"})
    void what_was_known_elsewhere_is_not_shown_either(String question) {
        refused("INSPECTOR@1101", CASE + question, 404, "not-found", "");
        assertThat(get("REPORTER@*", CASE + question).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "?version=0, version",
        "?version=-1, version",
        "?version=nine, version",
        "?version=9999999999, version",
        "?asOf=yesterday, asOf",
        "?asOf=2026-03-01, asOf",
        "?asOf=, asOf",
        "?version=3&asOf=2026-03-01T12:00:00Z, version",
        "/diff?from=0&to=3, from",
        "/diff?from=1&to=soon, to"
    })
    void a_version_or_moment_that_cannot_be_one_is_refused_by_name(String question, String field) {
        refused("INSPECTOR@*", CASE + question, 400, "bad-parameter", field);
    }

    @Test
    void both_ends_of_a_comparison_are_required() {
        assertThat(get("INSPECTOR@*", CASE + "/diff?from=1").statusCode()).isEqualTo(400);
    }

    @Test
    void a_comparison_has_a_pair_for_each_place_that_changed() {
        JsonNode comparison = json("SUPERVISOR@*", CASE + "/diff?from=8&to=" + OneOfEach.at(10));
        assertThat(comparison.path("from").asLong()).isEqualTo(8);
        assertThat(comparison.path("to").asLong()).isEqualTo(10);
        JsonNode exam = at(comparison, "/exams/last/0");
        assertThat(exam.has("before")).isFalse();
        assertThat(exam.at("/after/type").asString()).isEqualTo("INTENSIVE");
        assertThat(at(comparison, "/version").path("before").asLong()).isEqualTo(8);
        assertThat(at(comparison, "/version").path("after").asLong()).isEqualTo(10);
    }

    @Test
    void a_hold_that_ended_leaves_its_place_as_a_whole() {
        JsonNode comparison = json("SUPERVISOR@*", CASE + "/diff?from=7&to=8");
        assertThat(at(comparison, "/activeHolds/0").at("/before/holdId").asString())
                .isEqualTo("h1");
        assertThat(at(comparison, "/activeHolds/0").at("/after/holdId").asString())
                .isEqualTo("h2");
        assertThat(at(comparison, "/pastHolds/last/0")
                        .at("/after/removed/reason")
                        .asString())
                .isEqualTo("papers came");
    }

    @Test
    void only_those_who_see_how_rules_decide_see_how_they_did_then() {
        assertThat(get("AUDITOR@*", CASE + "?version=1").body()).contains("propensity");
        assertThat(get("SUPERVISOR@*", CASE + "?version=1").body()).doesNotContain("propensity", "score", "weight");
        assertThat(get("SUPERVISOR@*", CASE + "/diff?from=1&to=" + LAST).body())
                .doesNotContain("propensity", "score", "weight");
    }

    private static JsonNode at(JsonNode comparison, String path) {
        JsonNode changes = comparison.path("changes");
        return IntStream.range(0, changes.size())
                .mapToObj(changes::get)
                .filter(change -> change.path("path").asString().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not in " + changes));
    }
}
