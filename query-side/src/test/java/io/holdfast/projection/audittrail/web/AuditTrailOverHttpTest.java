package io.holdfast.projection.audittrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.CasesOverHttp;
import java.net.http.HttpResponse;
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
class AuditTrailOverHttpTest extends CasesOverHttp {
    @Test
    void the_trail_of_a_shipment_has_every_event_in_order() {
        List<JsonNode> trail = pages("SUPERVISOR@2704", "/shipments/R-17/audit?limit=7");
        assertThat(trail.stream().map(e -> e.path("version").asInt()).toList())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(OneOfEach.history().size());
        JsonNode corrected = trail.get(11);
        assertThat(corrected.path("action").asString()).isEqualTo("shipment.exam-result-corrected");
        assertThat(corrected.path("refersTo").asInt()).isEqualTo(11);
        assertThat(corrected.path("changes").get(0).path("before").asString()).isEqualTo("CONTRABAND_PRESUMPTIVE");
        assertThat(corrected.path("actor").asString()).startsWith("user-");
        assertThat(corrected.path("address").asString()).startsWith("10.0.0.");
        assertThat(pages("SUPERVISOR@2704", "/shipments/R-17/audit?limit=7&order=newest"))
                .isEqualTo(trail.reversed());
    }

    @Test
    void a_trail_at_another_port_is_answered_as_if_it_did_not_exist() {
        refused("SUPERVISOR@1101", "/shipments/R-17/audit", 404, "not-found", "");
        String elsewhere =
                get("SUPERVISOR@1101", "/shipments/R-17/audit").body().replace("R-17", "R-99");
        assertThat(get("SUPERVISOR@1101", "/shipments/R-99/audit").body()).isEqualTo(elsewhere);
        HttpResponse<String> export = get("SUPERVISOR@1101", "/shipments/R-17/audit", "Accept", "text/csv");
        assertThat(export.statusCode()).isEqualTo(404);
        assertThat(export.body()).doesNotContain("hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@*", "ANALYST@*", "REPORTER@*", "ADMIN@*"})
    void only_supervisors_and_auditors_read_it(String caller) {
        assertThat(get(caller, "/audit").statusCode()).isEqualTo(403);
        assertThat(get(caller, "/audit", "Accept", "text/csv").statusCode()).isEqualTo(403);
        assertThat(get(caller, "/shipments/R-17/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void a_search_finds_every_event_and_its_filters_leave_what_they_name() {
        List<JsonNode> all = pages("AUDITOR@*", "/audit?limit=500");
        assertThat(all).hasSize((int) eventsInTheLog()).doesNotHaveDuplicates();
        assertThat(texts(pages("AUDITOR@*", "/audit?limit=500&actor=user-1"), "actor"))
                .containsExactly("user-1");
        assertThat(texts(pages("AUDITOR@*", "/audit?limit=500&action=shipment.seized"), "action"))
                .containsExactly("shipment.seized");
        assertThat(pages("AUDITOR@*", "/audit?limit=2&correlation=corr-3")).hasSize(5);
        assertThat(pages("AUDITOR@*", "/audit?limit=2&shipment=FORMULA")).hasSize(2);
        assertThat(pages(
                        "AUDITOR@*",
                        "/audit?limit=50&from=" + OneOfEach.at(5) + "&to=" + OneOfEach.at(9)
                                + "&shipment=R-17&order=oldest"))
                .extracting(entry -> entry.path("version").asInt())
                .containsExactly(5, 6, 7, 8);
        assertThat(pages("AUDITOR@*", "/audit?limit=50&to=2000-01-01")).isEmpty();
    }

    @Test
    void the_position_up_to_which_it_is_true_is_said() {
        assertThat(json("AUDITOR@*", "/audit?limit=1").path("position").asLong())
                .isPositive();
    }

    @Test
    void a_scope_shows_its_ports_and_the_rule_sets_in_pages_and_exports_alike() {
        List<JsonNode> seen = pages("SUPERVISOR@2704", "/audit?limit=500");
        assertThat(texts(seen, "port")).containsExactlyInAnyOrder("2704", "");
        assertThat(texts(seen, "action")).contains("rule-set.activated");
        assertThat(get("SUPERVISOR@2704", "/audit", "Accept", "application/x-ndjson")
                        .body()
                        .lines()
                        .map(CasesOverHttp::parsed)
                        .toList())
                .isEqualTo(seen);
        assertThat(pages("SUPERVISOR@2704", "/audit?port=1101")).isEmpty();
        assertThat(texts(pages("SUPERVISOR@", "/audit?limit=500"), "action")).containsExactly("rule-set.activated");
    }

    @Test
    void only_auditors_see_how_rules_decided() {
        assertThat(get("AUDITOR@*", "/shipments/R-17/audit").body()).contains("screening.score");
        for (String accept : List.of("application/json", "text/csv", "application/x-ndjson")) {
            assertThat(get("SUPERVISOR@*", "/shipments/R-17/audit", "Accept", accept)
                            .body())
                    .contains("Look for drums")
                    .doesNotContain("screening.score", "propensity", "weight");
        }
    }

    @Test
    void json_lines_are_all_entries_and_more_than_a_page() {
        HttpResponse<String> export = get("AUDITOR@*", "/audit?order=oldest", "Accept", "application/x-ndjson");
        assertThat(export.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(export.body().lines().map(CasesOverHttp::parsed).toList())
                .isEqualTo(pages("AUDITOR@*", "/audit?limit=500&order=oldest"))
                .hasSizeGreaterThan(500);
    }

    @Test
    void csv_has_all_entries_with_a_header_and_no_formulas() {
        HttpResponse<String> export = get("AUDITOR@*", "/audit", "Accept", "text/csv");
        assertThat(export.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(export.body()).stream().toList();
        assertThat(rows).hasSize((int) eventsInTheLog());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*")));
        List<NamedCsvRecord> formula = rows.stream()
                .filter(row -> row.getField("shipmentId").equals("FORMULA"))
                .toList();
        assertThat(formula).extracting(row -> row.getField("reason")).containsExactly("'@SUM(A1)", "'=1+1");
        assertThat(formula).extracting(row -> row.getField("statusAfter")).containsExactly("HELD", "TARGETED");
        assertThat(parsed(formula.getFirst().getField("facts")).path("location").asString())
                .as("a place is one line")
                .isEqualTo("a, \"quoted\" pier");
    }

    @Test
    void the_format_follows_what_is_accepted() {
        assertThat(get("AUDITOR@*", "/audit?limit=1", "Accept", "*/*").headers().firstValue("Content-Type"))
                .hasValue("application/json");
        assertThat(get("AUDITOR@*", "/audit?limit=1").headers().firstValue("Content-Type"))
                .hasValue("application/json");
        assertThat(get("AUDITOR@*", "/audit", "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,501",
        "order,upwards",
        "actor,a%20b",
        "port,la",
        "action,shipment.eaten",
        "shipment,a%20b",
        "correlation,''",
        "from,yesterday",
        "to,2026-13-01",
        "cursor,x",
        "acter,ann"
    })
    void a_parameter_that_cannot_be_used_is_named(String name, String value) {
        refused("AUDITOR@*", "/audit?" + name + "=" + value, 400, "bad-parameter", name);
    }

    @Test
    void a_misspelt_or_paging_parameter_widens_no_export() {
        for (String name : List.of("acter", "cursor", "limit")) {
            HttpResponse<String> export = get("AUDITOR@*", "/audit?" + name + "=5", "Accept", "text/csv");
            assertThat(export.statusCode()).isEqualTo(400);
            assertThat(parsed(export.body()).path("field").asString()).isEqualTo(name);
        }
        refused("AUDITOR@*", "/audit?from=2026-10-02&to=2026-10-01", 400, "bad-parameter", "to");
        refused("AUDITOR@*", "/shipments/R-17/audit?actor=ann", 400, "bad-parameter", "actor");
    }

    private static Set<String> texts(List<JsonNode> entries, String field) {
        return entries.stream().map(e -> e.path(field).asString("")).collect(Collectors.toSet());
    }
}
