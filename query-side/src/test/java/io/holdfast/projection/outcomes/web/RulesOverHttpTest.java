package io.holdfast.projection.outcomes.web;

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
class RulesOverHttpTest extends QuerySideOverHttp {
    private static final String ONE = "/feedback/rules?version=1&rule=precursor";
    private static final String WEEKS = "/feedback/rules/precursor/weeks";
    private static final String PAIRS = "/feedback/rules/co-occurrence";

    @ParameterizedTest
    @ValueSource(strings = {"ANALYST@*", "AUDITOR@*", "SUPERVISOR,ANALYST@*"})
    void targeting_people_and_auditors_see_logic_and_weight(String caller) {
        JsonNode rule = json(caller, ONE).path("rules").get(0);
        assertThat(rule.path("logic").path("condition").asString()).isEqualTo("hs6 == \"293336\"");
        assertThat(rule.path("logic").path("weight").asDouble()).isEqualTo(12.5);
        assertThat(rule.at("/findings/precision95/low").asDouble()).isBetween(0.0, 1.0);
        assertThat(rule.path("hoursExaminedPerHit").asDouble()).isPositive();
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
        for (String path : new String[] {"/feedback/rules", WEEKS, PAIRS, "/feedback/totals"}) {
            refused(caller, path, 403, "not-allowed", "");
        }
    }

    @Test
    void csv_has_a_header_and_quotes_what_needs_it_and_makes_no_formula() {
        String csv = get("ANALYST@*", ONE, "text/csv").body();
        assertThat(csv.lines().findFirst())
                .hasValue("version,rule,instruction,fired,selected,examined,pending,positive,confirmed,precision,"
                        + "precision95.low,precision95.high,lift,lift95.low,lift95.high,soleExamined,soleHits,hoursExamined,"
                        + "hoursExaminedPerHit,innocentReleased,medianHoursHeldInnocent,hoursHeldInnocent,failed,"
                        + "description,condition,fields,weight");
        assertThat(csv).contains("1,precursor,\"Look, \"\"closely\"\"\",", ",'=why,\"hs6 == \"\"293336\"\"\",,12.5");
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
    void the_scope_of_ports_narrows_the_numbers_and_a_port_can_be_asked_for() {
        long all = selected("ANALYST@*", ONE);
        long one = selected("ANALYST@2704", ONE);
        assertThat(one).isPositive().isLessThan(all);
        assertThat(one + selected("ANALYST@2304,1101,5301", ONE)).isEqualTo(all);
        assertThat(selected("ANALYST@*", ONE + "&port=2704")).isEqualTo(one);
        assertThat(json("ANALYST@", "/feedback/rules").path("rules").isEmpty()).isTrue();
        assertThat(json("ANALYST@2304", ONE + "&port=2704").path("rules").isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "version,-1",
        "version,first",
        "rule,Precursor",
        "rule,(Random",
        "rule,''",
        "from,yesterday",
        "to,2026-13-01",
        "port,la",
        "asKnownOn,soon",
        "weeks,3"
    })
    void a_parameter_that_cannot_be_used_is_named(String name, String value) {
        refused("ANALYST@*", "/feedback/rules?" + name + "=" + value, 400, "bad-parameter", name);
    }

    @Test
    void a_period_must_not_end_before_it_begins() {
        for (String path : new String[] {"/feedback/rules", WEEKS, PAIRS, "/feedback/totals", "/feedback/outcomes"}) {
            refused("ANALYST@*", path + "?from=2026-10-01&to=2026-09-01", 400, "bad-parameter", "from");
        }
    }

    @Test
    void what_no_rule_selected_can_be_asked_for() {
        assertThat(json("ANALYST@*", "/feedback/rules?version=0&rule=(manual)").path("rules"))
                .hasSize(1)
                .noneMatch(rule -> rule.has("version"));
    }

    @Test
    void before_the_first_exam_nothing_was_known() {
        JsonNode early = json("ANALYST@*", ONE + "&asKnownOn=2026-09-28");
        assertThat(early.path("rules").get(0).path("fired").asLong()).isZero();
        JsonNode first = json("ANALYST@*", ONE + "&asKnownOn=2026-10-02");
        assertThat(first.at("/period/asKnownOn").asString()).isEqualTo("2026-10-02");
        assertThat(first.path("rules").get(0).path("fired").asLong())
                .isBetween(
                        1L,
                        json("ANALYST@*", ONE)
                                        .path("rules")
                                        .get(0)
                                        .path("fired")
                                        .asLong()
                                - 1);
    }

    @Test
    void a_rule_is_told_week_by_week_in_every_format() {
        JsonNode weeks = json("REPORTER@*", WEEKS);
        assertThat(weeks.path("weeks").get(0).path("week").asString()).isEqualTo("2026-09-28");
        assertThat(weeks.path("weeks").get(0).path("findings").path("examined").asLong())
                .isPositive();
        assertThat(get("REPORTER@*", WEEKS, "text/csv").body())
                .startsWith("week,fired,selected,examined,pending,positive,confirmed,precision,");
        assertThat(get("REPORTER@*", WEEKS, "application/x-ndjson").body().lines())
                .hasSize(weeks.path("weeks").size());
        assertThat(json("REPORTER@*", "/feedback/rules/(random)/weeks").path("weeks"))
                .isNotEmpty();
    }

    @Test
    void a_rule_that_nobody_knows_has_no_weeks() {
        refused("ANALYST@*", "/feedback/rules/no-such-rule/weeks", 404, "not-found", "");
        refused("ANALYST@*", "/feedback/rules/No_Such/weeks", 400, "bad-parameter", "rule");
    }

    @Test
    void pairs_come_in_every_format_and_no_more_than_asked_for() {
        JsonNode pairs = json("REPORTER@*", PAIRS);
        assertThat(pairs.path("pairs").get(0).path("first").asString()).isEqualTo("precursor");
        assertThat(pairs.path("pairs").get(0).path("second").asString()).isEqualTo("weak");
        assertThat(pairs.path("more").asBoolean()).isFalse();
        assertThat(get("REPORTER@*", PAIRS, "text/csv").body())
                .startsWith("version,first,second,fired,shareOfFirst,shareOfSecond,examined,");
        assertThat(get("REPORTER@*", PAIRS, "application/x-ndjson").body()).contains("\"precursor\"");
        refused("REPORTER@*", PAIRS + "?limit=0", 400, "bad-parameter", "limit");
        refused("REPORTER@*", PAIRS + "?asKnownOn=2026-10-01", 400, "bad-parameter", "asKnownOn");
    }

    @Test
    void pairs_as_known_on_a_day_are_those_of_that_day() {
        String period = "?from=2026-09-21&to=2026-12-20";
        assertThat(json("REPORTER@*", PAIRS + period + "&asKnownOn=2099-12-31").path("pairs"))
                .isEqualTo(json("REPORTER@*", PAIRS + period).path("pairs"))
                .isNotEmpty();
        assertThat(json("REPORTER@*", PAIRS + period + "&asKnownOn=2026-09-28").path("pairs"))
                .isEmpty();
        JsonNode early = json("REPORTER@*", PAIRS + period + "&asKnownOn=2026-10-02");
        assertThat(early.at("/period/asKnownOn").asString()).isEqualTo("2026-10-02");
        assertThat(early.at("/pairs/0/fired").asLong())
                .isBetween(
                        1L,
                        json("REPORTER@*", PAIRS + period).at("/pairs/0/fired").asLong() - 1);
        assertThat(early.at("/pairs/0/shareOfFirst").asDouble()).isBetween(0.0, 1.0);
        refused(
                "REPORTER@*",
                PAIRS + "?from=2026-01-01&to=2026-12-31&asKnownOn=2026-10-01",
                400,
                "bad-parameter",
                "asKnownOn");
    }

    @Test
    void totals_say_what_they_rest_on_to_those_only_who_see_propensities() {
        JsonNode totals = json("ANALYST@*", "/feedback/totals");
        assertThat(totals.at("/positive/all/rate").asDouble())
                .isBetween(
                        totals.at("/positive/all/rate95/low").asDouble(),
                        totals.at("/positive/all/rate95/high").asDouble());
        assertThat(totals.at("/positive/released/n").asLong()).isPositive();
        assertThat(totals.path("strata")).isNotEmpty();
        String others = get("REPORTER@*", "/feedback/totals").body();
        assertThat(others).contains("\"rate95\"").doesNotContain("propensity");
        assertThat(json("ANALYST@", "/feedback/totals").path("shipments").asLong())
                .isZero();
        refused("ANALYST@*", "/feedback/totals?rule=precursor", 400, "bad-parameter", "rule");
    }

    private long selected(String caller, String path) {
        return json(caller, path).path("rules").get(0).path("selected").asLong();
    }
}
