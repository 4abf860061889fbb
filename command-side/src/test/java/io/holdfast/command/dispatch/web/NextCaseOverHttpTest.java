package io.holdfast.command.dispatch.web;

import static io.holdfast.command.dispatch.web.QuerySideStub.page;
import static io.holdfast.command.dispatch.web.QuerySideStub.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.HttpTest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The command side alone, with a stubbed query side whose queues lag behind as each test says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NextCaseOverHttpTest extends HttpTest {
    private static final QuerySideStub QUERY_SIDE = new QuerySideStub();
    private static final String NEXT = "/api/v1/queues/to-triage/next";

    @DynamicPropertySource
    static void elsewhere(DynamicPropertyRegistry properties) {
        properties.add("holdfast.query-side.url", QUERY_SIDE::url);
        properties.add("holdfast.dispatch.patience", () -> "1s");
    }

    @Test
    void the_first_case_of_the_queue_becomes_the_callers_and_is_answered_with_its_version() {
        String first = targeted();
        QUERY_SIDE.shows(page(List.of(first, targeted())));

        var answer = post("inspector", NEXT, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(answer.headers().firstValue("X-Holdfast-Position")).isPresent();
        assertThat(json(answer).path("shipmentId").asString()).isEqualTo(first);
        assertThat(json(answer).path("assignee").asString()).isEqualTo("inspector");
        assertThat(json(answer).path("version").asLong()).isEqualTo(2);
    }

    @Test
    void the_query_side_is_asked_for_what_nobody_has_with_the_callers_own_credentials() {
        QUERY_SIDE.shows(page());

        assertThat(post("inspector", NEXT, "").statusCode()).isEqualTo(204);

        assertThat(QUERY_SIDE.question()).isEqualTo("/api/v1/queues/to-triage?assignee=none&limit=50");
        assertThat(QUERY_SIDE.credentials())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("inspector:inspector".getBytes()));
    }

    @Test
    void a_case_that_changed_since_the_queue_saw_it_is_passed_over() {
        String taken = targeted();
        String snoozed = targeted();
        String free = targeted();
        post("inspector", path(taken, "/claim"), "{}");
        post("supervisor", path(snoozed, "/snooze"), "{\"until\": \"2026-12-24T08:00:00Z\", \"reason\": \"papers\"}");
        QUERY_SIDE.shows(page(List.of(taken, snoozed, free)));

        // A supervisor may take over cases of others, but never by asking for the next one.
        var answer = post("supervisor", NEXT, "");

        assertThat(json(answer).path("shipmentId").asString()).isEqualTo(free);
    }

    @Test
    void a_queue_that_catches_up_and_is_empty_then_is_empty() {
        String taken = targeted();
        post("inspector", path(taken, "/claim"), "{}");
        QUERY_SIDE.shows(page(List.of(taken)), page(List.of(taken)), page());

        assertThat(post("inspector", NEXT, "").statusCode()).isEqualTo(204);
    }

    @Test
    void a_case_that_only_got_a_note_is_given_once_the_queue_knows_of_the_note() {
        String noted = targeted();
        post("inspector", path(noted, "/notes"), "{\"text\": \"same sender\"}");
        QUERY_SIDE.shows(page(row(noted, 1)), page(row(noted, 2)));

        var answer = post("inspector", NEXT, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("version").asLong()).isEqualTo(3);
    }

    @Test
    void a_queue_that_stays_behind_is_told_and_not_taken_for_empty() {
        String taken = targeted();
        post("inspector", path(taken, "/claim"), "{}");
        QUERY_SIDE.shows(page(List.of(taken)));

        refused(post("inspector", NEXT, ""), 503, "projection-behind");
    }

    @Test
    void without_the_query_side_nothing_is_handed_out() {
        QUERY_SIDE.fails();
        refused(post("inspector", NEXT, ""), 503, "queues-unreachable");

        QUERY_SIDE.shows("{\"items\": [], \"surprise\": 1}");
        refused(post("inspector", NEXT, ""), 503, "queues-unreachable");
    }

    @Test
    void who_may_not_work_the_queue_gets_nothing_from_it() {
        QUERY_SIDE.shows(page(List.of(targeted())));

        assertThat(post("analyst", NEXT, "").statusCode()).isEqualTo(403);
        assertThat(post("auditor", NEXT, "").statusCode()).isEqualTo(403);
        assertThat(post("inspector", "/api/v1/queues/escalated/next", "").statusCode())
                .isEqualTo(403);
        refused(post("inspector", "/api/v1/queues/lunch/next", ""), 404, "no-such-queue");
    }

    private static void refused(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/" + slug);
    }
}
