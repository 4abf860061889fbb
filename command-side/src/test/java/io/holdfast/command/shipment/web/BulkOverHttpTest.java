package io.holdfast.command.shipment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.HttpTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BulkOverHttpTest extends HttpTest {
    private static final String BULK = "/api/v1/shipments/bulk";

    @Test
    void each_case_has_its_result_in_order_and_no_failure_hides_another() {
        String mine = targeted();
        String free = targeted();
        String others = targeted();
        String closed = targeted();
        post("inspector", path(mine, "/claim"), "{}");
        post("supervisor", path(others, "/claim"), "{}");
        post("inspector", path(closed, "/release"), """
                {"kind": "FULL", "waiver": "TRUSTED_TRADER", "reason": "known"}""", "If-Match", "\"1\"");

        var results = results(bulk("inspector", "claim", List.of(mine, "W-none", others, free, closed), ""));

        assertThat(results)
                .extracting(result -> result.path("shipmentId").asString())
                .containsExactly(mine, "W-none", others, free, closed);
        assertThat(results).extracting(result -> result.path("code").asInt()).containsExactly(409, 404, 409, 200, 409);
        assertThat(results)
                .extracting(result -> result.path("problem").path("type").asString(""))
                .containsExactly(
                        "/problems/already-assigned",
                        "/problems/no-such-shipment",
                        "/problems/assigned-to-another",
                        "",
                        "/problems/illegal-move");
        assertThat(results.get(3).path("version").asLong()).isEqualTo(2);
        assertThat(results.get(3).path("status").asString()).isEqualTo("TARGETED");
        assertThat(results.get(4).path("problem").path("allowed").isArray()).isTrue();
    }

    @Test
    void every_action_is_done_to_every_case() {
        List<String> cases = List.of(targeted(), targeted(), targeted());
        var actions = Map.of(
                "claim", "",
                "return", ", \"reason\": \"shift ends\"",
                "reassign", ", \"assignee\": \"inspector\", \"reason\": \"knows them\"",
                "escalate", ", \"reason\": \"three in a week\"",
                "snooze", ", \"until\": \"2026-12-24T08:00:00Z\", \"reason\": \"papers\"",
                "tag", ", \"tag\": \"repeat-sender\"");
        long version = 1;
        for (String action : List.of("claim", "return", "reassign", "escalate", "snooze", "tag")) {
            long expected = ++version;

            var results = results(bulk("supervisor", action, cases, actions.getOrDefault(action, "")));

            assertThat(results).as(action).hasSize(3).allSatisfy(result -> {
                assertThat(result.path("code").asInt()).isEqualTo(200);
                assertThat(result.path("version").asLong()).isEqualTo(expected);
            });
        }
    }

    @Test
    void what_is_wrong_with_the_request_is_told_before_anything_is_done() {
        String shipment = targeted();
        List<String> one = List.of(shipment);
        List<String> tooMany = IntStream.range(0, 101).mapToObj(i -> "T-" + i).toList();

        refused(bulk("inspector", "burn", one, ""), "action");
        refused(bulk("inspector", "claim", List.of(), ""), "shipmentIds");
        refused(bulk("inspector", "claim", tooMany, ""), "shipmentIds");
        refused(bulk("inspector", "claim", List.of(shipment, shipment), ""), "shipmentIds");
        refused(bulk("inspector", "claim", one, ", \"reason\": \"unread\""), "reason");
        refused(bulk("inspector", "return", one, ""), "reason");
        refused(bulk("inspector", "snooze", one, ", \"reason\": \"papers\""), "until");
        refused(bulk("inspector", "tag", one, ""), "tag");
        refused(bulk("inspector", "tag", one, ", \"tag\": \"" + "x".repeat(41) + "\""), "tag");
        assertThat(results(bulk("inspector", "claim", one, ""))
                        .getFirst()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void only_those_who_may_do_it_to_one_case_may_do_it_to_many() {
        List<String> one = List.of(targeted());

        assertThat(bulk("analyst", "claim", one, "").statusCode()).isEqualTo(403);
        assertThat(bulk("inspector", "reassign", one, ", \"assignee\": \"lopez\", \"reason\": \"x\"")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> bulk(String user, String action, List<String> cases, String more) {
        String ids = cases.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        return post(user, BULK, "{\"action\": \"%s\", \"shipmentIds\": [%s]%s}".formatted(action, ids, more));
    }

    private static List<JsonNode> results(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var results = new ArrayList<JsonNode>();
        json(answer).path("results").forEach(results::add);
        return results;
    }

    private static void refused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("field").asString()).isEqualTo(field);
    }
}
