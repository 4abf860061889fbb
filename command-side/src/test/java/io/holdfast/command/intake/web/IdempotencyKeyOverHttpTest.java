package io.holdfast.command.intake.web;

import static io.holdfast.command.intake.web.Caller.lines;
import static io.holdfast.command.intake.web.DeclarationsOverHttpTest.assertProblem;
import static io.holdfast.command.intake.web.DeclarationsOverHttpTest.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.holdfast.actor.UserId;
import io.holdfast.command.intake.IdempotencyStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class IdempotencyKeyOverHttpTest {
    private static final String PATH = "/declarations";
    private static final String KEY = "Idempotency-Key";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private static IntakeServer server;
    private static Caller analyst;

    @BeforeAll
    static void start() {
        server = IntakeServer.shared();
        analyst = server.as("analyst");
    }

    @Test
    void the_same_declaration_under_the_same_key_gets_the_same_answer() throws IOException {
        HttpResponse<String> first = analyst.post(PATH, JSON, Rows.json("K-1"), KEY, "\"key-1\"");
        HttpResponse<String> again = analyst.post(PATH, JSON, Rows.json("K-1"), KEY, "key-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(analyst.post(PATH, JSON, Rows.json("K-1")).statusCode())
                .as("without the key it is a repetition")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, CSV})
    void the_same_stream_under_the_same_key_gets_the_same_answer(String type) throws IOException {
        String prefix = type.equals(CSV) ? "KC-" : "KN-";
        analyst.post(PATH, JSON, Rows.json(prefix + "2500"));
        String body =
                type.equals(CSV) ? csv(prefix, 2600) : rows(prefix, 2600) + "{}\n" + Rows.json(prefix + "0") + "\n";

        HttpResponse<String> first = analyst.post(PATH, type, body, KEY, "stream-" + prefix);
        HttpResponse<String> again = analyst.post(PATH, type, body, KEY, "stream-" + prefix);

        assertThat(lines(first)).hasSizeGreaterThanOrEqualTo(2600);
        assertThat(lines(first).getFirst().path("repeated").asBoolean()).isFalse();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(lines(analyst.post(PATH, type, body))
                        .getFirst()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_request_that_was_cut_off_goes_on_where_it_ended_and_what_it_was_told_stays() throws IOException {
        // The second part fails: the first one is stored and reported.
        String body = rows("KX-", 1500) + Rows.json(IntakeServer.STORE_DOWN) + "\n";
        assertThatIOException().isThrownBy(() -> analyst.post(PATH, NDJSON, body, KEY, "cut"));
        assertThatIOException()
                .as("still cut, and the key is free again each time")
                .isThrownBy(() -> analyst.post(PATH, NDJSON, body, KEY, "cut"));

        List<JsonNode> told = toldUnder("cut", body);

        assertThat(told).hasSize(1000);
        assertThat(told).noneMatch(row -> row.path("repeated").asBoolean());
    }

    /** The part of a response that a caller received before it was cut off. */
    private static List<JsonNode> toldUnder(String key, String body) {
        var digest = SpooledBody.digest(body.getBytes(StandardCharsets.UTF_8), NDJSON);
        try (var answer = server.bean(IdempotencyStore.class).claim(new UserId("analyst"), key, digest)) {
            assertThat(answer.told(1)).isEmpty();
            return answer.told(0).stream()
                    .map(result -> Caller.JSON.<JsonNode>valueToTree(result))
                    .toList();
        }
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws IOException {
        analyst.post(PATH, JSON, Rows.json("K-2"), KEY, "key-2");

        assertProblem(analyst.post(PATH, JSON, Rows.json("K-3"), KEY, "key-2"), 422, "idempotency-key-reused");
        assertProblem(analyst.post(PATH, NDJSON, Rows.json("K-2"), KEY, "key-2"), 422, "idempotency-key-reused");
        assertThat(server.events("K-3")).isZero();
    }

    @Test
    void a_request_with_a_key_that_is_under_way_is_asked_to_come_back() throws IOException {
        var digest = SpooledBody.digest(Rows.json("K-4").getBytes(StandardCharsets.UTF_8), JSON);
        try (var _ = server.bean(IdempotencyStore.class).claim(new UserId("analyst"), "key-4", digest)) {
            HttpResponse<String> refused = analyst.post(PATH, JSON, Rows.json("K-4"), KEY, "key-4");

            assertProblem(refused, 409, "idempotency-key-in-use");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(analyst.post(PATH, JSON, Rows.json("K-4"), KEY, "key-4").statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_is_the_same_again_and_a_failure_of_ours_is_tried_again() throws IOException {
        HttpResponse<String> refused = analyst.post(PATH, JSON, "{\"shipmentId\":1}", KEY, "key-5");
        HttpResponse<String> again = analyst.post(PATH, JSON, "{\"shipmentId\":1}", KEY, "key-5");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).isEqualTo(refused.body());

        assertProblem(
                analyst.post(PATH, JSON, Rows.json(IntakeServer.NO_RULES), KEY, "key-6"), 503, "no-active-rule-set");
        assertProblem(
                analyst.post(PATH, JSON, Rows.json(IntakeServer.NO_RULES), KEY, "key-6"), 503, "no-active-rule-set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "\"half", "back\\slash", "\"\""})
    void a_malformed_key_is_refused(String key) throws IOException {
        assertProblem(analyst.post(PATH, JSON, Rows.json("K-7"), KEY, key), 400, "idempotency-key-malformed");
    }

    @Test
    void a_key_that_is_too_long_or_comes_twice_is_refused() throws IOException {
        assertProblem(
                analyst.post(PATH, NDJSON, Rows.json("K-7"), KEY, "k".repeat(129)), 400, "idempotency-key-malformed");
        assertProblem(analyst.post(PATH, JSON, Rows.json("K-7"), KEY, "a", KEY, "b"), 400, "idempotency-key-malformed");
    }

    @Test
    void a_stream_with_a_key_is_bounded_and_without_one_it_is_not() throws IOException {
        String body =
                rows("KL-", IntakeServer.SPOOL_LIMIT / Rows.json("KL-0000").length() + 100);

        assertProblem(analyst.post(PATH, NDJSON, body, KEY, "large"), 413, "too-large");
        assertThat(analyst.post(PATH, NDJSON, body).statusCode()).isEqualTo(200);
    }

    private static String csv(String prefix, int count) {
        var body = new StringBuilder(Rows.CSV_HEADER);
        for (int i = 0; i < count; i++) {
            body.append(Rows.csv(prefix + i));
        }
        return body.toString();
    }
}
