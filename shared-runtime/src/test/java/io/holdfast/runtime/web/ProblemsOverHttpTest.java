package io.holdfast.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.runtime.Http;
import io.holdfast.runtime.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsOverHttpTest {
    private static final String REQUESTS = "/api/v1/test/requests";
    private static final String LINE = """
            {"goods": "fentanyl", "hs6": "293333", "quantity": {"amount": %s, "unit": "KG"},
             "legalAuthority": "19 USC 1595a(c)"}""";

    @LocalServerPort
    int port;

    private Http inspector;

    @BeforeEach
    void signIn() {
        inspector = Http.anonymous(port).as("inspector", "inspector");
    }

    @Test
    void a_good_body_comes_back_in_the_json_of_the_language() {
        HttpResponse<String> answer = inspector.postJson(REQUESTS, body("1.50"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                {"lines":[{"goods":"FENTANYL","hs6":"293333","quantity":{"amount":1.5,"unit":"KG"},\
                "legalAuthority":"19 USC 1595a(c)"}],"persons":1}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            -1                                  | lines[0].quantity.amount | must not be negative
            0                                   | lines[0].quantity.amount | must be more than zero
            null                                | lines[0].quantity.amount | is required
            1e-999999999                        | lines[0].quantity.amount | must have at most 18 decimals
            """)
    void a_value_that_its_type_refuses_is_unprocessable_and_the_path_says_where(
            String amount, String field, String reason) {
        HttpResponse<String> answer = inspector.postJson(REQUESTS, body(amount));

        JsonNode problem = problem(answer, 422, "invalid-value");
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("detail").asString()).isEqualTo(field + " " + reason);
    }

    @Test
    void a_name_that_is_not_in_the_list_is_answered_with_the_list() {
        String stones = body("1").replace("\"KG\"", "\"STONE\"");

        JsonNode problem = problem(inspector.postJson(REQUESTS, stones), 422, "invalid-value");

        assertThat(problem.path("detail").asString())
                .isEqualTo("lines[0].quantity.unit must be one of KG, G, LB, UNIT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"lines": [], "persons": 1}             | lines           | must not be empty
            {"persons": 1}                          | lines           | must not be empty
            {"lines": [null], "persons": 1}         | lines           | is required
            {"lines": [{"hs6": "29333"}], "persons": 1} | lines[0].hs6 | must be six digits (HS subheading), is "29333"
            {"lines": [{"hs6": "293333"}], "persons": 1} | lines[0].goods | is required
            """)
    void what_is_missing_is_named(String body, String field, String reason) {
        JsonNode problem = problem(inspector.postJson(REQUESTS, body), 422, "invalid-value");

        assertThat(problem.path("detail").asString()).isEqualTo(field + " " + reason);
    }

    @Test
    void a_missing_number_is_named() {
        JsonNode problem =
                problem(inspector.postJson(REQUESTS, body("1").replace(", \"persons\": 1", "")), 422, "invalid-value");

        assertThat(problem.path("detail").asString()).isEqualTo("persons is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/test/shipments/HF26-00001?status=HELD&nonsense=1       | nonsense | is not known here; known are [from, limit, status]
            /api/v1/test/shipments/HF26-00001?status=HELD&Limit=1          | Limit    | is not known here; known are [from, limit, status]
            /api/v1/test/shipments/HF26-00001?status=HELD&status=RELEASED  | status   | must be given once
            /api/v1/test/shipments/HF26-00001?status=HELD&limit=           | limit    | must not be empty; leave it out instead
            /api/v1/test/shipments/HF26-00001?status=HELD&limit            | limit    | must not be empty; leave it out instead
            /api/v1/test/me?nonsense=1                                     | nonsense | is not known here; none is
            """)
    void a_parameter_that_nobody_reads_is_refused(String path, String name, String reason) {
        JsonNode problem = problem(inspector.get(path), 400, "bad-parameter");

        assertThat(problem.path("field").asString()).isEqualTo(name);
        assertThat(problem.path("detail").asString()).isEqualTo(name + " " + reason);
    }

    @Test
    void a_parameter_in_a_form_is_one_too() {
        HttpResponse<String> answer = inspector.send(inspector
                .request("/api/v1/declarations", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("port=4701")));

        problem(answer, 400, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%C3", "%00"})
    void a_parameter_that_cannot_be_decoded_is_a_bad_request(String value) throws IOException {
        String answer = raw("GET /api/v1/test/shipments/HF26-00001?status=" + value + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"/problems/");
    }

    private String raw(String requestLine) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            String basic = Base64.getEncoder().encodeToString("inspector:inspector".getBytes(StandardCharsets.UTF_8));
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic " + basic
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lines\": [", "lines", "{\"lines\": [], \"lines\": []}", "{'lines': []}"})
    void malformed_json_is_a_bad_request(String body) {
        problem(inspector.postJson(REQUESTS, body), 400, "malformed-json");
    }

    @Test
    void an_empty_body_is_a_bad_request() {
        problem(inspector.postJson(REQUESTS, ""), 400, "malformed-json");
    }

    @Test
    void an_unknown_field_is_a_bad_request_that_names_it() {
        JsonNode problem = problem(
                inspector.postJson(REQUESTS, body("1").replace("\"persons\"", "\"actor\": \"root\", \"persons\"")),
                400,
                "unknown-field");

        assertThat(problem.path("field").asString()).isEqualTo("actor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"lines": {}, "persons": 1}             | lines         | must be an array
            {"lines": "x", "persons": 1}            | lines         | must be an array
            {"lines": [1], "persons": 1}            | lines[0]      | must be an object
            {"lines": [""], "persons": 1}           | lines[0]      | must be an object
            {"lines": [], "persons": "1"}           | persons       | must be a whole number within its range
            {"lines": [], "persons": 1.0}           | persons       | must be a whole number within its range
            {"lines": [], "persons": true}          | persons       | must be a whole number within its range
            {"lines": [{"hs6": 293333}]}            | lines[0].hs6  | must be a string
            {"lines": [{"goods": 7}]}               | lines[0].goods | must be a string
            {"lines": [{"goods": ["x"]}]}           | lines[0].goods | must be a string
            {"lines": [{"testBasis": 0}]}           | lines[0].testBasis | must be a string
            {"lines": [{"purityPercent": "10"}]}    | lines[0].purityPercent | must be a number
            []                                      | json          | must be an object
            """)
    void another_json_type_is_a_bad_request_that_names_the_field(String body, String field, String reason) {
        JsonNode problem = problem(inspector.postJson(REQUESTS, body), 400, "wrong-type");

        assertThat(problem.path("detail").asString()).isEqualTo(field + " " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"lines\":", "{\"unknown\":"})
    void deep_nesting_is_a_bad_request(String before) {
        HttpResponse<String> answer = inspector.postJson(REQUESTS, before + "[".repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void what_follows_the_body_is_refused() {
        problem(inspector.postJson(REQUESTS, body("1") + " {}"), 400, "malformed-json");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_not_read() {
        problem(inspector.postJson(REQUESTS, " ".repeat(1_100_000)), 413, "too-large");
    }

    @Test
    void a_body_that_turns_out_too_large_is_not_read_on() {
        byte[] blanks = " ".repeat(1_100_000).getBytes();
        HttpResponse<String> answer = inspector.send(inspector
                .request(REQUESTS, "Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks))));

        problem(answer, 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", ";;;"})
    void a_content_type_that_names_no_format_is_refused(String contentType) {
        HttpResponse<String> answer = inspector.send(
                inspector.request(REQUESTS, "Content-Type", contentType).POST(BodyPublishers.ofString(body("1"))));

        problem(answer, 415, "unsupported-media-type");
    }

    @Test
    void another_media_type_is_refused_with_those_that_are_understood() {
        HttpResponse<String> answer = inspector.send(inspector
                .request(REQUESTS, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("lines=1")));

        assertThat(problem(answer, 415, "unsupported-media-type").path("detail").asString())
                .contains("application/json");
    }

    @Test
    void an_answer_that_cannot_be_given_in_the_accepted_type_is_refused() {
        problem(inspector.get("/api/v1/test/me", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void an_unknown_path_is_not_found() {
        problem(inspector.get("/api/v1/nothing/here"), 404, "not-found");
    }

    @Test
    void a_wrong_method_is_refused_with_those_that_are_allowed() {
        HttpResponse<String> answer = inspector.get(REQUESTS);

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void a_missing_if_match_is_a_missing_precondition_and_another_header_a_bad_request() {
        problem(inspector.post("/api/v1/test/release", "X-Reason", "none"), 428, "precondition-required");
        JsonNode problem = problem(inspector.post("/api/v1/test/release", "If-Match", "\"1\""), 400, "missing-header");
        assertThat(problem.path("detail").asString()).isEqualTo("The header X-Reason is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S-1?status=LOST          | status | must be one of TARGETED, HELD, INSPECTED, SEIZED, RELEASED
            S-1                      | status | is required
            S-1?status=HELD&limit=x  | limit  | is not valid
            S-1?status=HELD&from=24.11.2026 | from | is not valid
            %21?status=HELD          | id     | must be 1 to 64 letters, digits or any of . _ -, is "!"
            """)
    void a_bad_parameter_is_named(String path, String parameter, String reason) {
        JsonNode problem = problem(inspector.get("/api/v1/test/shipments/" + path), 400, "bad-parameter");

        assertThat(problem.path("detail").asString()).isEqualTo(parameter + " " + reason);
    }

    @Test
    void good_parameters_arrive_as_the_types_of_the_language() {
        assertThat(inspector
                        .get("/api/v1/test/shipments/S-1?status=HELD&from=2026-11-24&limit=3")
                        .body())
                .isEqualTo("S-1 HELD 2026-11-24 3");
    }

    @Test
    void an_unforeseen_failure_tells_the_caller_nothing_and_the_log_everything_once(CapturedOutput output) {
        HttpResponse<String> answer = inspector.get("/api/v1/test/broken", CorrelationId.HEADER, "case-4711");

        problem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("hunter2", "IllegalState", "io.holdfast", "trace");
        assertThat(output.getOut()).containsOnlyOnce("hunter2");
        assertThat(output.getOut().lines().filter(line -> line.contains("unforeseen failure")))
                .singleElement()
                .asString()
                .contains("case-4711");
    }

    @Test
    void the_correlation_id_of_the_caller_comes_back_and_a_wrong_one_is_replaced() {
        assertThat(correlationOf("case-4711")).isEqualTo("case-4711");
        assertThat(correlationOf("two words")).matches("[0-9a-f-]{36}");
        assertThat(correlationOf("x".repeat(65))).matches("[0-9a-f-]{36}");
        assertThat(inspector.get("/api/v1/test/me").headers().firstValue(CorrelationId.HEADER))
                .isPresent();
    }

    private String correlationOf(String given) {
        return inspector
                .get("/api/v1/test/me", CorrelationId.HEADER, given)
                .headers()
                .firstValue(CorrelationId.HEADER)
                .orElseThrow();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue(CorrelationId.HEADER)).isPresent();
        assertThat(answer.body()).doesNotContain("Exception", "io.holdfast", "org.springframework", "tools.jackson");
        JsonNode problem = Http.json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }

    private static String body(String amount) {
        return "{\"lines\": [" + LINE.formatted(amount) + "], \"persons\": 1}";
    }
}
