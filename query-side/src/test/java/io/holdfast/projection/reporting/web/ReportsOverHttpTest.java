package io.holdfast.projection.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.QuerySideOverHttp;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentSeized;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsOverHttpTest extends QuerySideOverHttp {
    private static final String DAILY = "/reports/daily?from=2026-09-20&to=2027-09-20";
    private static final String TIMES = "/reports/times?from=2026-09-20&to=2027-09-20";
    private static final String CONSISTENCY = "/reports/consistency?from=2026-09-20&to=2027-09-20";
    private static final String SEIZURES = "/reports/seizures?fromYear=2026&toYear=2035";

    @Test
    void the_daily_report_adds_up() {
        JsonNode report = json("REPORTER@*", DAILY);
        assertThat(report.path("rows")).isNotEmpty();
        assertThat(sum(report, "declared"))
                .isEqualTo(report.path("total").path("declared").asLong());
        assertThat(report.path("standingAtEnd").propertyNames())
                .containsExactly("TARGETED", "HELD", "INSPECTED", "SEIZED", "RELEASED");
        long standing = report.path("standingAtEnd").values().stream()
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(standing).isEqualTo(report.path("total").path("declared").asLong());
    }

    @Test
    void the_daily_report_is_csv_and_json_lines_too() {
        int rows = json("REPORTER@*", DAILY).path("rows").size();
        var csv = get("REPORTER@*", DAILY, "text/csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines().findFirst())
                .hasValue("day,port,declared,targeted,cleared,held,examined,seized,released,waived");
        assertThat(csv.body().lines().skip(1))
                .hasSize(rows)
                .allMatch(line -> line.matches("20\\d\\d-\\d\\d-\\d\\d,\\d{4}(,\\d+){8}"));
        assertThat(get("REPORTER@*", DAILY, "application/x-ndjson").body().lines())
                .hasSize(rows);
    }

    @Test
    void times_are_reported_by_port_and_kind_with_median_and_ninetieth_percentile() {
        JsonNode report = json("REPORTER@*", TIMES);
        assertThat(report.path("rows"))
                .isNotEmpty()
                .allMatch(row -> row.path("count").asLong() > 0)
                .allMatch(row -> row.path("medianMinutes").asDouble()
                        <= row.path("p90Minutes").asDouble());
        assertThat(report.path("rows"))
                .extracting(row -> row.path("measure").asString())
                .contains("STATUS", "HOLD", "EXAM", "ASSIGNEE");
        assertThat(json("REPORTER@2704", TIMES).path("rows"))
                .isNotEmpty()
                .allMatch(row -> row.path("port").asString().equals("2704"));
        assertThat(json("REPORTER@", TIMES).path("rows").isEmpty()).isTrue();
        assertThat(get("REPORTER@*", TIMES, "text/csv").body().lines())
                .hasSize(report.path("rows").size() + 1)
                .startsWith("port,unit,measure,of,count,medianMinutes,p90Minutes");
        refused("INSPECTOR@*", TIMES, 403, "not-allowed", "");
        refused("REPORTER@*", "/reports/times?from=2026-02-01&to=2026-01-01", 400, "bad-parameter", "from");
    }

    @Test
    void times_are_told_apart_by_unit_when_asked_for() {
        JsonNode byUnit = json("REPORTER@*", TIMES + "&by=unit");
        JsonNode report = json("REPORTER@*", TIMES);
        assertThat(report.path("rows")).noneMatch(row -> row.has("unit"));
        assertThat(byUnit.path("rows"))
                .hasSizeGreaterThan(report.path("rows").size())
                .allMatch(row -> !row.path("unit").asString().isEmpty());
        assertThat(sumOfCounts(byUnit)).isEqualTo(sumOfCounts(report));
        refused("REPORTER@*", TIMES + "&by=team", 400, "bad-parameter", "by");
        refused("REPORTER@*", DAILY + "&by=unit", 400, "bad-parameter", "by");
    }

    private static long sumOfCounts(JsonNode report) {
        return report.path("rows")
                .valueStream()
                .mapToLong(row -> row.path("count").asLong())
                .sum();
    }

    @Test
    void units_are_compared_on_like_shipments_as_json_csv_and_json_lines() {
        JsonNode report = json("REPORTER@*", CONSISTENCY);
        assertThat(report.path("leastExams").asInt()).isEqualTo(10);
        JsonNode row = report.path("rows")
                .valueStream()
                .max(Comparator.comparing(unit -> unit.path("exams").asLong()))
                .orElseThrow();
        assertThat(row.path("type").asString()).isEqualTo("DOCUMENT_REVIEW");
        assertThat(row.path("unit").asString()).isNotEmpty();
        assertThat(row.path("exams").asLong()).isGreaterThan(10);
        assertThat(row.path("rate").asDouble())
                .isBetween(
                        row.path("rate95").path("low").asDouble(),
                        row.path("rate95").path("high").asDouble());
        assertThat(row.path("reasons").path("RESOURCE_CONSTRAINT").asLong())
                .isEqualTo(row.path("waived").asLong())
                .isPositive();
        assertThat(row.path("alike").path("exams").asLong()).isPositive();
        JsonNode spread = report.path("spreads").get(0);
        assertThat(spread.path("units").asInt()).isGreaterThan(1);
        assertThat(spread.path("difference").asDouble()).isNotNegative();
        assertThat(get("REPORTER@*", CONSISTENCY, "text/csv").body().lines())
                .hasSize(report.path("rows").size() + 1)
                .startsWith("type,unit,exams,waived,rate,rateLow95,rateHigh95,alikeExams,alikeShare,alikeRate,"
                        + "alikeRateLow95,alikeRateHigh95");
        assertThat(get("REPORTER@*", CONSISTENCY, "application/x-ndjson").body().lines())
                .hasSize(report.path("rows").size());
    }

    @Test
    void the_comparison_of_units_tells_nothing_of_ports_out_of_scope() {
        long all = exams(json("REPORTER@*", CONSISTENCY));
        long ones = exams(json("REPORTER@2704", CONSISTENCY));
        assertThat(ones).isPositive().isLessThan(all);
        assertThat(exams(json("REPORTER@*", CONSISTENCY + "&port=2704"))).isEqualTo(ones);
        assertThat(exams(json("REPORTER@2704", CONSISTENCY + "&port=2304"))).isZero();
        assertThat(exams(json("REPORTER@", CONSISTENCY))).isZero();
        refused("INSPECTOR@*", CONSISTENCY, 403, "not-allowed", "");
        refused("REPORTER@*", CONSISTENCY + "&unit=2704", 400, "bad-parameter", "unit");
    }

    private static long exams(JsonNode report) {
        return report.path("rows")
                .valueStream()
                .mapToLong(row -> row.path("exams").asLong())
                .sum();
    }

    @Test
    void without_a_period_the_last_thirty_days_are_reported() {
        JsonNode report = json("REPORTER@*", "/reports/daily");
        var to = java.time.LocalDate.parse(report.path("to").asString());
        assertThat(report.path("from").asString()).isEqualTo(to.minusDays(29).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPORTER@*", "SUPERVISOR@*", "AUDITOR@*", "ANALYST@*"})
    void reports_are_read_by_four_roles(String caller) {
        assertThat(get(caller, DAILY).statusCode()).isEqualTo(200);
        assertThat(get(caller, SEIZURES).statusCode()).isEqualTo(200);
        assertThat(get(caller, "/reports/seizures/statistic", "text/csv").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@*", "ADMIN@*"})
    void others_are_refused(String caller) {
        refused(caller, DAILY, 403, "not-allowed", "");
        refused(caller, SEIZURES, 403, "not-allowed", "");
    }

    @Test
    void the_scope_of_ports_holds_for_every_report_and_export() {
        JsonNode one = json("REPORTER@2704", DAILY);
        assertThat(one.path("rows"))
                .isNotEmpty()
                .allMatch(row -> row.path("port").asString().equals("2704"));
        assertThat(get("REPORTER@2704", DAILY, "text/csv").body().lines().skip(1))
                .allMatch(line -> line.contains(",2704,"));
        JsonNode none = json("REPORTER@", DAILY);
        assertThat(none.path("rows").isEmpty()).isTrue();
        assertThat(none.path("standingAtEnd").values()).allMatch(n -> n.asLong() == 0);
        assertThat(get("REPORTER@2704", DAILY + "&port=2304").body())
                .isEqualTo(get("REPORTER@2704", DAILY + "&port=9999").body());
        assertThat(get("REPORTER@2704", SEIZURES + "&by=port", "text/csv")
                        .body()
                        .lines()
                        .skip(1))
                .allMatch(line -> line.startsWith(",,2704,"));
        assertThat(json("REPORTER@", SEIZURES).path("rows").isEmpty()).isTrue();
        assertThat(json("REPORTER@", SEIZURES).path("operations").isEmpty()).isTrue();
        assertThat(get("REPORTER@", "/reports/seizures/statistic?fromYear=2026&toYear=2035", "text/csv")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void seizures_are_told_apart_by_what_is_asked_for() {
        JsonNode report = json("REPORTER@*", SEIZURES + "&by=operation,goods&operation=Blue%20Lotus");
        assertThat(report.path("rows"))
                .isNotEmpty()
                .allMatch(row -> row.path("operation").asString().equals("Blue Lotus") && !row.has("port"));
        JsonNode fentanyl = json("REPORTER@*", SEIZURES + "&by=goods&goods=fentanyl")
                .path("rows")
                .get(0);
        assertThat(fentanyl.path("kilograms").isNumber()).isTrue();
        assertThat(report.path("operations").get(0).path("seizures").asLong()).isPositive();
        long seizures = EVENTS.stream().filter(ShipmentSeized.class::isInstance).count();
        assertThat(json("REPORTER@*", SEIZURES + "&by=fiscal-year").path("rows").values().stream()
                        .mapToLong(row -> row.path("events").asLong())
                        .sum())
                .isEqualTo(seizures);
    }

    @Test
    void the_public_statistic_has_the_public_header_and_adds_ports_of_one_region_up() {
        List<String> csv = get(
                        "REPORTER@*",
                        "/reports/seizures/statistic?fromYear=2026&toYear=2035&goods=fentanyl",
                        "text/csv")
                .body()
                .lines()
                .toList();
        assertThat(csv.getFirst())
                .isEqualTo("FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,"
                        + "Count of Event,Sum Qty (lbs)");
        assertThat(csv)
                .anyMatch(line -> line.matches(
                        "20\\d\\d,[A-Z]{3},,Coastal Border,,Los Angeles Field Office,FENTANYL,\\d+,[0-9.]+"));
        assertThat(csv)
                .anyMatch(line -> line.matches(
                        "20\\d\\d,[A-Z]{3},Office of Field Operations,Southwest Border,,,FENTANYL,\\d+,[0-9.]+"));
        assertThat(csv.stream().skip(1).map(line -> line.substring(0, line.indexOf(",FENTANYL,"))))
                .as("ports without a region are one line a month")
                .doesNotHaveDuplicates();
        var kilograms = json("REPORTER@*", SEIZURES + "&by=goods&goods=fentanyl")
                .path("rows")
                .get(0);
        BigDecimal pounds = csv.stream()
                .skip(1)
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(pounds.subtract(kilograms.path("pounds").decimalValue()).abs())
                .isLessThan(new BigDecimal("0.000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/daily?from=yesterday,from",
        "/reports/daily?to=2026-02-30,to",
        "/reports/daily?from=2026-03-01&to=2026-02-01,from",
        "/reports/daily?from=2020-01-01&to=2026-01-01,from",
        "/reports/daily?to=%2B12026-01-01,to",
        "/reports/daily?port=x%2Cy,port",
        "/reports/seizures?fromYear=2027&toYear=2026,fromYear",
        "/reports/seizures?fromYear=2010&toYear=2026,fromYear",
        "/reports/seizures?toYear=soon,toYear",
        "/reports/seizures?month=13,month",
        "/reports/seizures?month=0,month",
        "/reports/seizures?port=la,port",
        "/reports/seizures?goods=%20,goods",
        "/reports/seizures?operation=%00,operation"
    })
    void a_parameter_that_cannot_be_used_is_named(String path, String name) {
        refused("REPORTER@*", path, 400, "bad-parameter", name);
    }

    @Test
    void a_dimension_that_does_not_exist_is_refused() {
        refused("REPORTER@*", "/reports/seizures?by=goods,colour", 400, "bad-parameter", "by");
        refused("REPORTER@*", "/reports/seizures?by=", 400, "bad-parameter", "by");
    }

    @Test
    void who_does_not_say_what_to_accept_gets_json() {
        for (String path : List.of(DAILY, SEIZURES, "/feedback/rules")) {
            assertThat(get("REPORTER@*", path, "*/*").headers().firstValue("Content-Type"))
                    .hasValue("application/json");
        }
    }

    @Test
    void a_refusal_is_a_problem_also_for_who_wants_csv() {
        var answer = get("REPORTER@*", "/reports/daily?from=x", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"from\"");
    }

    private static long sum(JsonNode report, String count) {
        return report.path("rows").values().stream()
                .mapToLong(row -> row.path("counts").path(count).asLong())
                .sum();
    }
}
