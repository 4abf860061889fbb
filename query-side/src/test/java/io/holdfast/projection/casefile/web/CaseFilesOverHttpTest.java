package io.holdfast.projection.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.CasesOverHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFilesOverHttpTest extends CasesOverHttp {
    private static final String VERSION = "\"" + OneOfEach.history().size() + "\"";

    @Test
    void a_case_comes_with_its_version_as_a_strong_etag() {
        HttpResponse<String> answer = get("INSPECTOR@2704", "/shipments/R-17");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue(VERSION);
        JsonNode file = parsed(answer.body());
        assertThat(file.path("status").asString()).isEqualTo("SEIZED");
        assertThat(file.path("declaration").path("hs6").asString()).isEqualTo("293333");
        assertThat(file.path("activeHolds").get(0).path("holdId").asString()).isEqualTo("h2");
        assertThat(file.path("exams").path("total").asLong()).isEqualTo(2);
        assertThat(file.path("history").path("last").get(5).path("event").asString())
                .isEqualTo("shipment.hold-placed");
        assertThat(file.path("history").path("last").get(5).path("by").asString())
                .startsWith("user-");
        assertThat(file.path("timeInStatus").get(0).path("status").asString()).isEqualTo("TARGETED");
    }

    @Test
    void whoever_has_any_version_gets_304_where_there_is_one() {
        HttpResponse<String> any = get("INSPECTOR@*", "/shipments/R-17", "If-None-Match", "*");
        assertThat(any.statusCode()).isEqualTo(304);
        assertThat(any.body()).isEmpty();
        assertThat(any.headers().firstValue("ETag")).hasValue(VERSION);
        assertThat(get("INSPECTOR@*", "/shipments/NO-SUCH", "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_position_that_the_log_does_not_have_is_refused_at_once_with_the_end_of_the_log() {
        long begun = System.nanoTime();
        HttpResponse<String> answer = get("INSPECTOR@*", "/shipments/R-17", "X-Holdfast-Position", "900000000000");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(answer.statusCode()).isEqualTo(412);
        JsonNode problem = parsed(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/position-beyond-log");
        assertThat(problem.path("head").asLong()).isPositive();
        String head = problem.path("head").asString();
        assertThat(get("INSPECTOR@*", "/shipments/R-17", "X-Holdfast-Position", head)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "+1", "1.0", "x", "9999999999999999999", "1, 2"})
    void what_is_no_position_is_refused(String position) {
        HttpResponse<String> answer = get("INSPECTOR@*", "/shipments/R-17", "X-Holdfast-Position", position);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("X-Holdfast-Position is one position");
    }

    @Test
    void who_has_this_version_already_gets_304_and_no_body() {
        HttpResponse<String> same = get("INSPECTOR@*", "/shipments/R-17", "If-None-Match", VERSION);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(get("INSPECTOR@*", "/shipments/R-17", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void only_targeting_people_and_auditors_see_score_and_propensity() {
        for (String caller : List.of("ANALYST@*", "AUDITOR@*", "INSPECTOR,ANALYST@2704")) {
            assertThat(json(caller, "/shipments/R-17")
                            .at("/selection/logic/score")
                            .asDouble())
                    .isEqualTo(15.5);
        }
        for (String caller : List.of("INSPECTOR@*", "SUPERVISOR@*")) {
            HttpResponse<String> answer = get(caller, "/shipments/R-17");
            assertThat(answer.body()).contains("Look for drums").doesNotContain("score", "propensity", "weight");
        }
    }

    @Test
    void a_case_at_another_port_is_answered_as_if_it_did_not_exist() {
        refused("INSPECTOR@1101", "/shipments/R-17", 404, "not-found", "");
        String elsewhere = get("INSPECTOR@1101", "/shipments/R-17").body().replace("R-17", "R-99");
        assertThat(get("INSPECTOR@1101", "/shipments/R-99").body()).isEqualTo(elsewhere);
        HttpResponse<String> guessed = get("INSPECTOR@1101", "/shipments/R-17", "If-None-Match", VERSION);
        assertThat(guessed.statusCode()).isEqualTo(404);
        assertThat(guessed.headers().firstValue("ETag")).isEmpty();
        refused("INSPECTOR@", "/shipments/R-17", 404, "not-found", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPORTER@*", "ADMIN@*"})
    void other_roles_see_no_case(String caller) {
        assertThat(get(caller, "/shipments/R-17").statusCode()).isEqualTo(403);
        assertThat(get(caller, "/shipments").statusCode()).isEqualTo(403);
    }

    @Test
    void an_identifier_that_cannot_be_one_is_refused_by_name() {
        refused("INSPECTOR@*", "/shipments/a%20b", 400, "bad-parameter", "id");
    }

    @Test
    void cases_are_found_by_what_was_declared() {
        assertThat(ids(pages("INSPECTOR@*", "/shipments?container=CSQU3054383")))
                .containsExactly("R-17");
        assertThat(ids(pages("INSPECTOR@*", "/shipments?importer=I1&hs6=293333&status=SEIZED&port=2704")))
                .containsExactly("R-17");
        assertThat(ids(pages("INSPECTOR@*", "/shipments?container=TEXU3070079")))
                .isEmpty();
    }

    @Test
    void pages_of_a_search_hold_every_case_in_scope_once_and_no_other() {
        List<String> all = ids(pages("INSPECTOR@*", "/shipments?limit=7"));
        assertThat(all).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(50);
        List<JsonNode> scoped = pages("INSPECTOR@2704,5301", "/shipments?limit=7");
        assertThat(ports(scoped)).containsExactlyInAnyOrder("2704", "5301");
        List<String> rest = ids(pages("INSPECTOR@2304,1101", "/shipments?limit=200"));
        assertThat(ids(scoped)).doesNotContainAnyElementsOf(rest);
        assertThat(scoped.size() + rest.size()).isEqualTo(all.size());
        assertThat(pages("INSPECTOR@2704", "/shipments?port=5301")).isEmpty();
        assertThat(pages("INSPECTOR@", "/shipments?limit=200")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,201",
        "limit,many",
        "port,la",
        "status,SLEEPING",
        "hs6,29",
        "container,CSQU3054384",
        "importer,''",
        "cursor,a%20b"
    })
    void a_parameter_that_cannot_be_used_is_named(String name, String value) {
        refused("INSPECTOR@*", "/shipments?" + name + "=" + value, 400, "bad-parameter", name);
    }

    private static List<String> ids(List<JsonNode> cases) {
        return cases.stream().map(c -> c.path("shipmentId").asString()).toList();
    }

    private static Set<String> ports(List<JsonNode> cases) {
        return cases.stream().map(c -> c.path("port").asString()).collect(Collectors.toSet());
    }
}
