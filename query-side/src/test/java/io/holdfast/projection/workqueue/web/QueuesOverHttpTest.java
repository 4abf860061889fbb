package io.holdfast.projection.workqueue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.QuerySideOverHttp;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.event.ShipmentEvent.ExamOrdered;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueuesOverHttpTest extends QuerySideOverHttp {
    @Test
    void a_supervisor_sees_every_queue_and_an_inspector_not_those_of_supervisors() {
        assertThat(queues(json("SUPERVISOR@*", "/queues")))
                .containsExactly(
                        "to-triage", "held", "exams", "inspected", "approvals", "custody", "escalated", "mine", "open");
        assertThat(queues(json("INSPECTOR@*", "/queues")))
                .containsExactly("to-triage", "held", "exams", "inspected", "custody", "mine", "open");
        refused("INSPECTOR@*", "/queues/approvals", 403, "not-allowed", "");
        refused("ANALYST@*", "/queues/escalated", 403, "not-allowed", "");
        assertThat(get("AUDITOR@*", "/queues/escalated").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPORTER@*", "ADMIN@*"})
    void who_does_not_work_cases_sees_no_queue(String caller) {
        refused(caller, "/queues", 403, "not-allowed", "");
        refused(caller, "/queues/open", 403, "not-allowed", "");
    }

    @Test
    void the_pages_hold_as_many_cases_as_the_count_says() {
        for (JsonNode count : json("SUPERVISOR@*", "/queues").path("queues")) {
            String queue = count.path("queue").asString();
            Set<String> seen = new HashSet<>();
            String cursor = "";
            do {
                JsonNode page = json("SUPERVISOR@*", "/queues/" + queue + "?limit=9" + cursor);
                page.path("items")
                        .forEach(item -> assertThat(
                                        seen.add(item.path("shipmentId").asString()))
                                .isTrue());
                cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
            } while (!cursor.isEmpty());
            assertThat(seen).as(queue).hasSize(count.path("count").asInt());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port=2704",
                "status=HELD",
                "assignee=none",
                "assignee=ann",
                "minPriority=40",
                "minWaitHours=24",
                "snoozed=true",
                "port=2304&status=INSPECTED&assignee=none&minPriority=20"
            })
    void counts_are_of_what_the_lists_show_with_the_same_filter(String filter) {
        for (JsonNode count : json("SUPERVISOR@2704,2304", "/queues?" + filter).path("queues")) {
            String queue = count.path("queue").asString();
            assertThat(json("SUPERVISOR@2704,2304", "/queues/" + queue + "?limit=200&" + filter)
                            .path("items"))
                    .as(queue)
                    .hasSize(count.path("count").asInt());
        }
    }

    @Test
    void an_entry_says_what_is_to_be_done_and_the_score_to_analysts_only() {
        JsonNode entry =
                json("INSPECTOR@*", "/queues/exams?sort=age").path("items").get(0);
        JsonNode exam = entry.path("exams").get(0);
        assertThat(EVENTS)
                .filteredOn(event -> event instanceof ExamOrdered ordered
                        && ordered.examId().value().equals(exam.path("examId").asString()))
                .singleElement()
                .extracting(event -> ((ExamOrdered) event).type().name())
                .isEqualTo(exam.path("type").asString());
        assertThat(entry.path("holds").isEmpty()).isFalse();
        assertThat(entry.path("version").asLong()).isPositive();
        assertThat(entry.path("priority").path("shares").findValuesAsString("why"))
                .containsExactly("SCORE", "LEGAL_CLOCK", "AGE", "OPERATION", "ESCALATION");
        assertThat(entry.path("priority").path("total").asLong())
                .isEqualTo(entry.path("priority")
                        .path("shares")
                        .valueStream()
                        .mapToLong(share -> share.path("points").asLong())
                        .sum())
                .isPositive();
        assertThat(scores("INSPECTOR@*")).isZero();
        assertThat(scores("SUPERVISOR@*")).isZero();
        assertThat(scores("AUDITOR@*")).isZero();
        assertThat(scores("ANALYST@*")).isPositive();
    }

    @Test
    void a_row_has_its_legal_clocks_and_the_most_urgent_counts() {
        JsonNode items = json("SUPERVISOR@*", "/queues/open?limit=200").path("items");
        assertThat(items).anyMatch(item -> !item.path("clocks").isEmpty());
        for (JsonNode item : items) {
            JsonNode share = item.path("priority").path("shares").get(1);
            assertThat(share.path("points").asInt() > 0)
                    .isEqualTo(!item.path("clocks").isEmpty());
            assertThat(item.path("clocks"))
                    .extracting(clock -> clock.path("due").asString())
                    .allMatch(due -> due.matches("20\\d\\d-.*Z"));
        }
    }

    @Test
    void no_answer_tells_of_a_port_out_of_scope() {
        for (QueueName queue : QueueName.values()) {
            for (JsonNode item : json("SUPERVISOR@2704", "/queues/" + queue.path() + "?limit=200")
                    .path("items")) {
                assertThat(item.path("port").asString()).isEqualTo("2704");
            }
            assertThat(get("SUPERVISOR@2704", "/queues/" + queue.path() + "?port=2304")
                            .body())
                    .isEqualTo(get("SUPERVISOR@2704", "/queues/" + queue.path() + "?port=0000")
                            .body());
            assertThat(json("SUPERVISOR@", "/queues/" + queue.path())
                            .path("items")
                            .isEmpty())
                    .isTrue();
        }
        assertThat(json("SUPERVISOR@", "/queues").path("queues"))
                .hasSize(9)
                .allMatch(count -> count.path("count").asInt() == 0);
        long one = open("SUPERVISOR@2704");
        assertThat(one).isPositive().isLessThan(open("SUPERVISOR@*"));
        assertThat(one + open("SUPERVISOR@2304,1101,5301")).isEqualTo(open("SUPERVISOR@*"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,201",
        "limit,many",
        "limit,-1",
        "limit,99999999999999999999",
        "port,la",
        "port,''",
        "status,SLEEPING",
        "assignee,a%20b",
        "minPriority,1000",
        "minPriority,1.5",
        "sort,name",
        "sort,PRIORITY",
        "snoozed,yes",
        "cursor,x",
        "cursor,''",
        "cursor,UDEyMw"
    })
    void a_parameter_that_cannot_be_used_is_named(String name, String value) {
        refused("INSPECTOR@*", "/queues/open?" + name + "=" + value, 400, "bad-parameter", name);
    }

    @Test
    void a_parameter_that_nobody_reads_or_that_comes_twice_is_refused_rather_than_passed_over() {
        refused("INSPECTOR@*", "/queues/open?prot=2704", 400, "bad-parameter", "prot");
        refused("INSPECTOR@*", "/queues?sort=age", 400, "bad-parameter", "sort");
        refused("INSPECTOR@*", "/queues/open?port=2704&port=2304", 400, "bad-parameter", "port");
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        String next = json("INSPECTOR@*", "/queues/open?limit=1&sort=age")
                .path("next")
                .asString();
        refused("INSPECTOR@*", "/queues/open?sort=priority&cursor=" + next, 400, "bad-parameter", "cursor");
    }

    @Test
    void an_answer_says_up_to_which_position_it_is_true() {
        for (String path : List.of("/queues", "/queues/open")) {
            assertThat(get("SUPERVISOR@*", path)
                            .headers()
                            .firstValueAsLong("X-Holdfast-Position")
                            .orElseThrow())
                    .isPositive();
        }
    }

    @Test
    void there_is_no_queue_of_another_name() {
        refused("INSPECTOR@*", "/queues/nonsense", 404, "no-such-queue", "");
        refused("INSPECTOR@*", "/queues/OPEN", 404, "no-such-queue", "");
    }

    @Test
    void me_and_none_and_a_user_are_assignees() {
        JsonNode mine = json("INSPECTOR@*", "/queues/mine?limit=200");
        assertThat(json("INSPECTOR@*", "/queues/open?assignee=me&limit=200")).isEqualTo(mine);
        assertThat(json("INSPECTOR@*", "/queues/open?assignee=ann&limit=200")).isEqualTo(mine);
        assertThat(mine.path("items"))
                .isNotEmpty()
                .allMatch(item -> item.path("assignee").asString().equals("ann"));
        assertThat(json("INSPECTOR@*", "/queues/open?assignee=none&limit=200").path("items"))
                .isNotEmpty()
                .noneMatch(item -> item.has("assignee"));
        assertThat(json("INSPECTOR@*", "/queues/open?status=held&limit=200"))
                .isEqualTo(json("INSPECTOR@*", "/queues/open?status=HELD&limit=200"));
    }

    private long open(String caller) {
        return StreamSupport.stream(json(caller, "/queues").path("queues").spliterator(), false)
                .filter(count -> count.path("queue").asString().equals("open"))
                .mapToLong(count -> count.path("count").asLong())
                .sum();
    }

    private long scores(String caller) {
        return StreamSupport.stream(
                        json(caller, "/queues/open?limit=200").path("items").spliterator(), false)
                .filter(item -> item.has("score"))
                .count();
    }

    private static List<String> queues(JsonNode answer) {
        return StreamSupport.stream(answer.path("queues").spliterator(), false)
                .map(count -> count.path("queue").asString())
                .toList();
    }
}
