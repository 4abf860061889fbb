package io.holdfast.projection.rulefeedback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.QuerySideOverHttp;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedbackOverHttpTest extends QuerySideOverHttp {
    private static final String ONE = "/feedback/rules?version=1&rule=precursor";

    @ParameterizedTest
    @ValueSource(strings = {"ANALYST@*", "AUDITOR@*", "SUPERVISOR,ANALYST@*"})
    void targeting_people_and_auditors_see_logic_and_weight(String caller) {
        JsonNode rule = json(caller, ONE).path("rules").get(0);
        assertThat(rule.path("logic").path("condition").asString()).isEqualTo("hs6 == \"293336\"");
        assertThat(rule.path("logic").path("weight").asDouble()).isEqualTo(12.5);
        assertThat(rule.path("precision95").path("low").asDouble()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERVISOR@*", "REPORTER@*"})
    void others_see_numbers_only(String caller) {
        String all = get(caller, "/feedback/rules").body();
        assertThat(all).doesNotContain("logic", "condition", "weight", "293336");
        assertThat(json(caller, ONE).path("rules").get(0).path("selected").asLong())
                .isPositive();
        for (String accept : new String[] {"text/csv", "application/x-ndjson"}) {
            assertThat(get(caller, "/feedback/rules", accept).body()).doesNotContain("condition", "weight", "293336");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@*", "ADMIN@*"})
    void who_works_cases_does_not_see_what_rules_earn(String caller) {
        refused(caller, "/feedback/rules", 403, "not-allowed", "");
    }

    @Test
    void csv_has_a_header_and_quotes_what_needs_it_and_makes_no_formula() {
        String csv = get("ANALYST@*", ONE, "text/csv").body();
        assertThat(csv.lines().findFirst())
                .hasValue("version,rule,instruction,fired,selected,examined,positive,precision,precision95.low,"
                        + "precision95.high,innocentReleased,medianHoursHeldInnocent,description,condition,weight");
        assertThat(csv).contains("1,precursor,\"Look, \"\"closely\"\"\",", ",'=why,\"hs6 == \"\"293336\"\"\",12.5");
    }

    @Test
    void json_lines_hold_one_rule_each() {
        var answer = get("ANALYST@*", "/feedback/rules", "application/x-ndjson");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(answer.body().lines())
                .hasSize(json("ANALYST@*", "/feedback/rules").path("rules").size())
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void the_scope_of_ports_narrows_the_numbers() {
        long all = selected("ANALYST@*");
        long one = selected("ANALYST@2704");
        assertThat(one).isPositive().isLessThan(all);
        assertThat(one + selected("ANALYST@2304,1101,5301")).isEqualTo(all);
        assertThat(json("ANALYST@", "/feedback/rules").path("rules").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"version,-1", "version,first", "rule,Precursor", "rule,(Random", "rule,''"})
    void a_parameter_that_cannot_be_used_is_named(String name, String value) {
        refused("ANALYST@*", "/feedback/rules?" + name + "=" + value, 400, "bad-parameter", name);
    }

    @Test
    void what_no_rule_selected_can_be_asked_for() {
        assertThat(json("ANALYST@*", "/feedback/rules?version=0&rule=(manual)").path("rules"))
                .hasSize(1)
                .noneMatch(rule -> rule.has("version"));
    }

    private long selected(String caller) {
        return json(caller, ONE).path("rules").get(0).path("selected").asLong();
    }
}
