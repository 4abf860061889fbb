package io.holdfast.projection.securitylog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.projection.CasesOverHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityLogOverHttpTest extends CasesOverHttp {
    private static final String LOG = "/security-log?limit=7";

    private final String correlation = UUID.randomUUID().toString();

    @Test
    void a_denied_request_is_recorded_with_who_and_what_and_nothing_that_was_sent() {
        ask("REPORTER@2704", "/shipments/R-17?reason=secret");
        JsonNode entry = entries(1).getFirst();
        assertThat(entry.path("actor").asString()).isEqualTo("ann");
        assertThat(entry.path("roles").get(0).asString()).isEqualTo("REPORTER");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.path("method").asString()).isEqualTo("GET");
        assertThat(entry.path("path").asString()).isEqualTo("/api/v1/shipments/R-17");
        assertThat(entry.path("status").asInt()).isEqualTo(403);
        assertThat(entry.path("problem").asString()).isEqualTo("/problems/not-allowed");
        assertThat(entry.path("at").asString()).startsWith("20");
        assertThat(entry.toString()).doesNotContain("secret", "Bearer", "eyJ");
    }

    @Test
    void a_request_of_nobody_is_recorded_without_a_name() {
        ask("ANALYST@not-a-port!", "/shipments");
        JsonNode entry = entries(1).getFirst();
        assertThat(entry.path("status").asInt()).isEqualTo(401);
        assertThat(entry.has("actor")).isFalse();
        assertThat(entry.path("problem").asString()).isEqualTo("/problems/not-authenticated");
    }

    @Test
    void a_refused_value_is_recorded_with_its_problem() {
        get("INSPECTOR@*", "/shipments", "X-Correlation-Id", correlation, "X-Holdfast-Position", "soon");
        JsonNode entry = entries(1).getFirst();
        assertThat(entry.path("status").asInt()).isEqualTo(422);
        assertThat(entry.path("problem").asString()).isEqualTo("/problems/invalid-value");
    }

    @Test
    void every_way_to_read_a_case_is_recorded_and_other_questions_are_not() {
        ask("INSPECTOR@*", "/queues");
        ask("INSPECTOR@*", "/shipments");
        ask("INSPECTOR@*", "/shipments/R-99");
        ask("INSPECTOR@*", "/shipments/R-17");
        ask("INSPECTOR@*", "/shipments/R-17?version=3");
        ask("INSPECTOR@*", "/shipments/R-17/diff?from=1&to=2");
        ask("SUPERVISOR@*", "/shipments/R-17/audit");
        ask("AUDITOR@*", "/shipments/R-17/bundle");
        assertThat(entries(5))
                .extracting(entry -> entry.path("path").asString().replace("/api/v1/shipments", ""))
                .containsExactly("/R-17", "/R-17", "/R-17/diff", "/R-17/audit", "/R-17/bundle");
    }

    @Test
    void it_is_searched_by_actor_status_and_time_in_pages_and_exported_whole() {
        for (int i = 0; i < 12; i++) {
            ask("REPORTER@*", "/shipments/R-" + i);
        }
        List<String> all = ids(entries(12));
        assertThat(all).doesNotHaveDuplicates().isSorted();
        String filters = "&actor=ann&status=403&from=2020-01-01&to=2099-01-01&correlation=" + correlation;
        assertThat(ids(pages("ADMIN@*", LOG + filters))).containsExactlyElementsOf(all.reversed());
        assertThat(pages("ADMIN@*", LOG + filters.replace("403", "401"))).isEmpty();
        assertThat(pages("ADMIN@*", LOG + filters.replace("ann", "bob"))).isEmpty();
        assertThat(pages("ADMIN@*", LOG + filters.replace("to=2099", "to=2021")))
                .isEmpty();
        assertThat(pages("ADMIN@*", LOG + filters.replace("from=2020", "from=2098")))
                .isEmpty();
        String export = "/security-log?order=oldest" + filters;
        String csv = get("AUDITOR@*", export, "Accept", "text/csv").body();
        assertThat(csv.lines()).hasSize(13);
        assertThat(csv).startsWith("id,at,actor,roles,dutyPort,address,method,path,status,problem,correlationId");
        String lines =
                get("AUDITOR@*", export, "Accept", "application/x-ndjson").body();
        assertThat(lines.lines().map(line -> parsed(line).path("id").asString()))
                .containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@*", "SUPERVISOR@*", "ANALYST@*", "REPORTER@*", "AUDITOR@2704", "ADMIN@"})
    void nobody_else_reads_it_and_nobody_who_does_not_see_every_port(String caller) {
        refused(caller, "/security-log", 403, "not-allowed", "");
    }

    @ParameterizedTest
    @CsvSource({
        "status=many, status",
        "status=99, status",
        "from=soon, from",
        "from=2026-02-01&to=2026-01-01, to",
        "order=random, order",
        "cursor=1, cursor",
        "limit=501, limit",
        "actr=ann, actr"
    })
    void a_parameter_that_cannot_be_used_is_named(String parameter, String name) {
        refused("AUDITOR@*", "/security-log?" + parameter, 400, "bad-parameter", name);
    }

    private HttpResponse<String> ask(String caller, String path) {
        return get(caller, path, "X-Correlation-Id", correlation);
    }

    private List<JsonNode> entries(int count) {
        var found = new ArrayList<JsonNode>();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            found.clear();
            found.addAll(pages("AUDITOR@*", LOG + "&order=oldest&correlation=" + correlation));
            assertThat(found).hasSize(count);
        });
        return found;
    }

    private static List<String> ids(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("id").asString()).toList();
    }
}
