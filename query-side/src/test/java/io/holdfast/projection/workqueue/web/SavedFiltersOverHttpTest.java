package io.holdfast.projection.workqueue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.QuerySideOverHttp;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedFiltersOverHttpTest extends QuerySideOverHttp {
    private static final String HELD_UNASSIGNED = """
            {"status": "HELD", "assignee": "none", "minPriority": 0, "sort": "age", "snoozed": true}""";

    @Test
    void a_queue_is_shown_as_if_the_parameters_of_the_filter_had_been_written() {
        assertThat(put("INSPECTOR@*", "held-free", HELD_UNASSIGNED).statusCode())
                .isEqualTo(201);
        assertThat(put("INSPECTOR@*", "held-free", HELD_UNASSIGNED).statusCode())
                .isEqualTo(200);

        JsonNode byName = json("INSPECTOR@*", "/queues/open?filter=held-free&limit=200");
        assertThat(byName)
                .isEqualTo(json(
                        "INSPECTOR@*",
                        "/queues/open?status=HELD&assignee=none&minPriority=0&sort=age&snoozed=true&limit=200"));
        assertThat(byName.path("items")).isNotEmpty();
        assertThat(json("INSPECTOR@*", "/queues/open?filter=held-free&status=TARGETED&limit=200"))
                .isEqualTo(json(
                        "INSPECTOR@*",
                        "/queues/open?status=TARGETED&assignee=none&minPriority=0&sort=age&snoozed=true&limit=200"));
        put("INSPECTOR@*", "waits-long", "{\"minWaitHours\": 24}");
        assertThat(json("INSPECTOR@*", "/queues/open?filter=waits-long&limit=200"))
                .isEqualTo(json("INSPECTOR@*", "/queues/open?minWaitHours=24&limit=200"));
        assertThat(json("INSPECTOR@*", "/queues/filters/waits-long")).isEqualTo(parsed("""
                {"name": "waits-long", "minWaitHours": 24}"""));
        assertThat(json("INSPECTOR@*", "/queues/filters/held-free")).isEqualTo(parsed("""
                {"name": "held-free", "status": "HELD", "assignee": "none", "minPriority": 0, "sort": "age", "snoozed": true}"""));
    }

    @Test
    void a_filter_of_a_port_is_kept_by_its_supervisors_and_used_by_all_who_work_there() {
        String shared = """
                {"sharedAt": "2704", "port": "2704", "status": "TARGETED"}""";
        assertThat(put("SUPERVISOR@2704", "dock", shared).statusCode()).isEqualTo(201);

        assertThat(json("INSPECTOR@2704", "/queues/open?filter=dock").path("items"))
                .isNotEmpty();
        assertThat(json("INSPECTOR@2704", "/queues/open?filter=2704:dock"))
                .isEqualTo(json("INSPECTOR@2704", "/queues/open?filter=dock"));
        assertThat(names(json("INSPECTOR@2704,1101", "/queues/filters"))).contains("dock");
        assertThat(names(json("INSPECTOR@1101", "/queues/filters"))).doesNotContain("dock");
        refused("INSPECTOR@1101", "/queues/open?filter=dock", 400, "bad-parameter", "filter");
        refused("INSPECTOR@1101", "/queues/open?filter=2704:dock", 400, "bad-parameter", "filter");
        refused("INSPECTOR@1101", "/queues/filters/2704:dock", 404, "no-such-filter", "");

        assertProblem(put("INSPECTOR@2704", "dock", shared), 403, "not-allowed", "");
        assertProblem(put("SUPERVISOR@1101", "dock", shared), 403, "not-allowed", "");
        assertProblem(put("SUPERVISOR@2704,1101", "dock", """
                {"sharedAt": "2704", "port": "1101"}"""), 422, "invalid-value", "port");
    }

    @Test
    void a_name_that_several_ports_share_must_be_said_with_the_port() {
        for (String port : new String[] {"5301", "2304"}) {
            put("SUPERVISOR@*", "late", """
                    {"sharedAt": "%s", "assignee": "none"}""".formatted(port));
        }
        refused("INSPECTOR@*", "/queues/open?filter=late", 400, "bad-parameter", "filter");
        assertThat(get("INSPECTOR@*", "/queues/open?filter=5301:late").statusCode())
                .isEqualTo(200);
        assertThat(get("INSPECTOR@5301", "/queues/open?filter=late").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_filter_that_is_forgotten_is_gone() {
        put("ANALYST@*", "passing", "{}");
        assertThat(delete("ANALYST@*", "passing", "").statusCode()).isEqualTo(204);
        assertProblem(delete("ANALYST@*", "passing", ""), 404, "no-such-filter", "");
        refused("ANALYST@*", "/queues/open?filter=passing", 400, "bad-parameter", "filter");

        put("SUPERVISOR@1101", "of-port", """
                {"sharedAt": "1101"}""");
        assertProblem(delete("INSPECTOR@1101", "of-port", "?sharedAt=1101"), 403, "not-allowed", "");
        assertThat(delete("SUPERVISOR@1101", "of-port", "?sharedAt=1101").statusCode())
                .isEqualTo(204);
    }

    @Test
    void nobody_keeps_more_than_fifty() {
        int kept = 0;
        HttpResponse<String> last;
        do {
            last = put("AUDITOR@0001", "f-" + kept, "{}");
            kept++;
        } while (last.statusCode() < 300 && kept <= 51);
        assertProblem(last, 422, "invalid-value", "name");
        assertThat(kept).isLessThanOrEqualTo(51);
        for (int i = 0; i < kept; i++) {
            delete("AUDITOR@0001", "f-" + i, "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\": \"SLEEPING\"}|status",
                "{\"port\": \"la\"}|port",
                "{\"assignee\": \"a b\"}|assignee",
                "{\"minPriority\": 1000}|minPriority",
                "{\"minPriority\": -1}|minPriority",
                "{\"minWaitHours\": 10000}|minWaitHours",
                "{\"sort\": \"name\"}|sort"
            })
    void a_term_that_cannot_be_used_is_not_kept(String body, String field) {
        assertProblem(put("INSPECTOR@*", "wrong", body), 400, "bad-parameter", field);
    }

    @Test
    void what_is_no_filter_is_refused() {
        assertProblem(put("INSPECTOR@*", "wrong", "{\"prot\": \"2704\"}"), 400, "unknown-field", "prot");
        assertProblem(put("INSPECTOR@*", "Upper", "{}"), 422, "invalid-value", "name");
        assertProblem(put("REPORTER@*", "mine", "{}"), 403, "not-allowed", "");
    }

    private HttpResponse<String> put(String caller, String name, String body) {
        return send(caller, "PUT", "/queues/filters/" + name, body, "application/json");
    }

    private HttpResponse<String> delete(String caller, String name, String query) {
        return send(caller, "DELETE", "/queues/filters/" + name + query, null, "application/json");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(parsed(answer.body()).path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(parsed(answer.body()).path("field").asString("")).isEqualTo(field);
    }

    private static java.util.List<String> names(JsonNode listed) {
        return java.util.stream.StreamSupport.stream(listed.path("filters").spliterator(), false)
                .map(filter -> filter.path("name").asString())
                .toList();
    }
}
