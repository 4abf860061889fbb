package io.holdfast.command.intake.web;

import static io.holdfast.command.intake.web.Caller.json;
import static io.holdfast.command.intake.web.Caller.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class DeclarationsOverHttpTest {
    private static final String PATH = "/declarations";
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
    void a_stream_tells_in_a_trailer_how_far_the_log_came_by_it() throws IOException {
        String body = Rows.json("TR-1") + "\n" + Rows.json("TR-2") + "\n";
        String request = """
                POST /api/v1/declarations HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Authorization: %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(Caller.authorization("analyst"), NDJSON, body.length(), body);
        try (var socket = new Socket("localhost", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).containsIgnoringCase("\r\nTrailer: X-Holdfast-Position\r\n");
            String end =
                    server.bean(EventStore.class).createHeadToken().position().orElseThrow() + "\r\n\r\n";
            assertThat(answer).contains("TR-2").endsWithIgnoringCase("\r\n0\r\nx-holdfast-position: " + end);
        }
    }

    @Test
    void a_new_declaration_is_created_and_the_same_again_is_not() throws IOException {
        HttpResponse<String> first = analyst.post(PATH, JSON, Rows.json("J-1"));
        HttpResponse<String> again = analyst.post(PATH, JSON, Rows.json("J-1"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/shipments/J-1");
        assertThat(json(first)).isEqualTo(Caller.JSON.readTree("""
                {"line":1,"shipmentId":"J-1","outcome":"RELEASED","repeated":false,"version":1}"""));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("repeated").asBoolean()).isTrue();
        assertThat(json(again).path("outcome")).isEqualTo(json(first).path("outcome"));
        assertThat(server.events("J-1")).isEqualTo(1);
    }

    @Test
    void another_declaration_under_a_known_identifier_is_refused() throws IOException {
        analyst.post(PATH, JSON, Rows.json("J-2"));

        HttpResponse<String> refused = analyst.post(PATH, JSON, Rows.json("J-2", "293333"));
        List<JsonNode> rows = lines(analyst.post(PATH, NDJSON, Rows.json("J-2", "293333")));

        assertProblem(refused, 409, "other-declaration-known");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().path("outcome").asString()).isEqualTo("REJECTED");
        assertThat(rows.getFirst().path("field").asString()).isEqualTo("shipmentId");
        assertThat(server.events("J-2")).isEqualTo(1);
    }

    @Test
    void two_equal_declarations_at_the_same_moment_make_one_case() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                String id = "TWIN-" + round;
                Callable<HttpResponse<String>> post = () -> analyst.post(PATH, JSON, Rows.json(id, "293336"));
                var both = threads.invokeAll(List.of(post, post));

                assertThat(List.of(
                                both.get(0).get().statusCode(),
                                both.get(1).get().statusCode()))
                        .containsExactlyInAnyOrder(200, 201);
                assertThat(server.events(id)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_stream_answers_each_row_in_order_and_bad_rows_spoil_nothing() throws IOException {
        int count = 2500;
        String body = String.join(
                "\n",
                IntStream.range(0, count)
                        .mapToObj(i -> i % 50 == 7 ? "{\"shipmentId\":\"N-" + i + "\"" : Rows.json("N-" + i))
                        .toList());

        List<JsonNode> results = lines(analyst.post(PATH, NDJSON, body));

        assertThat(results).hasSize(count);
        for (int i = 0; i < count; i++) {
            JsonNode result = results.get(i);
            assertThat(result.path("line").asInt()).isEqualTo(i + 1);
            // A share of the shipments is selected at random.
            assertThat(result.path("outcome").asString())
                    .isIn(i % 50 == 7 ? List.of("REJECTED") : List.of("RELEASED", "TARGETED"));
        }
        List<JsonNode> again = lines(analyst.post(PATH, NDJSON, body));
        assertThat(again).filteredOn(row -> row.path("repeated").asBoolean()).hasSize(count - count / 50);
        assertThat(server.events("N-0")).isEqualTo(1);
    }

    @Test
    void a_csv_is_answered_in_the_form_that_the_caller_accepts() throws IOException {
        String body = Rows.CSV_HEADER + Rows.csv("C-1") + Rows.csv("C-2").replace("839.7", "-1") + Rows.csv("=C-3");

        HttpResponse<String> ndjson = analyst.post(PATH, CSV, body);
        HttpResponse<String> array = analyst.post(PATH, CSV, body, "Accept", "application/json;q=0.9, text/csv;q=0.1");
        HttpResponse<String> csv = analyst.post(PATH, "text/csv; charset=utf-8", body, "Accept", "text/csv");

        assertThat(ndjson.headers().firstValue("Content-Type")).contains(NDJSON);
        assertThat(lines(ndjson))
                .extracting(row -> row.path("outcome").asString())
                .containsExactly("RELEASED", "REJECTED", "REJECTED");
        assertThat(lines(ndjson).get(1).path("field").asString()).isEqualTo("netMass.amount");
        assertThat(json(array).size()).isEqualTo(3);
        assertThat(json(array).get(0).path("repeated").asBoolean()).isTrue();
        assertThat(csv.body()).isEqualTo("""
                line,shipmentId,outcome,repeated,version,field,reason\r
                2,C-1,RELEASED,true,1,,\r
                3,C-2,REJECTED,false,,netMass.amount,must not be negative\r
                4,,REJECTED,false,,shipmentId,"must be 1 to 64 letters, digits or any of . _ -, is ""=C-3""\"\r
                """);
    }

    @Test
    void a_csv_that_was_cut_off_rejects_its_last_row_and_says_so() throws IOException {
        List<JsonNode> rows = lines(analyst.post(
                PATH, CSV, Rows.CSV_HEADER + Rows.csv("C-10") + Rows.csv("C-11").substring(0, 55)));

        assertThat(rows).extracting(row -> row.path("outcome").asString()).containsExactly("RELEASED", "REJECTED");
        assertThat(rows.getLast().path("reason").asString()).contains("never closed");
    }

    @Test
    void results_come_back_while_the_request_is_still_being_sent() throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/declarations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                            + Caller.authorization("analyst") + "\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            for (int i = 0; i < 3; i++) {
                byte[] row = (Rows.json("D-" + i) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(row.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(row);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                String expected = "\"shipmentId\":\"D-" + i + "\"";
                assertThat(in.lines().filter(line -> line.contains(expected)).findFirst())
                        .isPresent();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.lines().toList()).as("the end of the answer").contains("0");
        }
    }

    @Test
    void when_nothing_can_be_screened_the_answer_is_503_and_no_row_is_rejected() throws IOException {
        HttpResponse<String> one = analyst.post(PATH, JSON, Rows.json(IntakeServer.NO_RULES));
        HttpResponse<String> many = analyst.post(PATH, NDJSON, Rows.json(IntakeServer.NO_RULES));

        assertProblem(one, 503, "no-active-rule-set");
        assertProblem(many, 503, "no-active-rule-set");
        assertThat(many.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_failure_of_ours_before_anything_was_sent_is_503() throws IOException {
        assertProblem(analyst.post(PATH, JSON, Rows.json(IntakeServer.STORE_DOWN)), 503, "undecided");
        assertProblem(
                analyst.post(PATH, NDJSON, Rows.json("U-1") + "\n" + Rows.json(IntakeServer.STORE_DOWN)),
                503,
                "undecided");
        assertThat(json(analyst.post(PATH, JSON, Rows.json("U-1")))
                        .path("shipmentId")
                        .asString())
                .isEqualTo("U-1");
    }

    @Test
    void a_failure_of_ours_after_results_were_sent_cuts_the_answer() {
        String body = rows("V-", 1000) + Rows.json(IntakeServer.STORE_DOWN) + "\n" + rows("W-", 10);

        for (String accept : List.of(NDJSON, JSON, CSV)) {
            assertThatIOException().isThrownBy(() -> analyst.post(PATH, NDJSON, body, "Accept", accept));
        }
    }

    @Test
    void the_server_answers_the_next_request_after_a_cut() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> analyst.post(PATH, NDJSON, rows("X-", 1000) + Rows.json(IntakeServer.STORE_DOWN)));

        assertThat(lines(analyst.post(PATH, NDJSON, rows("X-", 1000)))).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "+,\"colour\":\"red\"}|400|unknown-field|colour",
                "+,\"hs6\":\"070200\"}|400|malformed-json|",
                "+} {}|400|malformed-json|",
                "{\"shipmentId\":17}|400|wrong-type|shipmentId",
                "{\"shipmentId\":\"B-1\",\"netMass\":{\"amount\":\"1\",\"unit\":\"KG\"}}|400|wrong-type|netMass.amount",
                "{\"shipmentId\":\"B/1\"}|422|invalid-value|shipmentId",
                "{\"shipmentId\":\"B-1\",\"transportMode\":\"BALLOON\"}|422|invalid-value|transportMode",
                "{\"shipmentId\":\"B-1\"}|422|invalid-value|declaredOn",
                "{\"shipmentId\":\"targeting:rules\"}|422|invalid-value|shipmentId",
                "{\"shipmentId\":|400|malformed-json|",
                "[]|400|wrong-type|",
                "null|400|wrong-type|",
                "tomatoes|400|malformed-json|",
                "``|400|malformed-json|",
            })
    void a_declaration_at_fault_is_a_problem(String body, int status, String type, String field) throws IOException {
        String whole = Rows.json("B-1").substring(0, Rows.json("B-1").length() - 1);
        HttpResponse<String> refused = analyst.post(PATH, JSON, body == null ? "" : body.replace("+", whole));

        assertProblem(refused, status, type);
        assertThat(json(refused).path("field").asString("")).isEqualTo(field == null ? "" : field);
    }

    @Test
    void what_is_too_large_is_refused() throws IOException {
        String large = "{\"description\":\"" + "x".repeat(70_000) + "\"}";

        assertProblem(analyst.post(PATH, JSON, large), 413, "too-large");
        assertThat(lines(analyst.post(PATH, NDJSON, large + "\n" + Rows.json("L-1"))))
                .extracting(row -> row.path("outcome").asString())
                .containsExactly("REJECTED", "RELEASED");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, NDJSON, CSV})
    void an_empty_body_is_refused(String type) throws IOException {
        assertThat(analyst.post(PATH, type, "").statusCode()).isEqualTo(400);
    }

    @Test
    void a_csv_without_rows_or_with_an_unknown_column_is_refused() throws IOException {
        assertProblem(analyst.post(PATH, CSV, Rows.CSV_HEADER), 400, "malformed-json");
        assertProblem(analyst.post(PATH, CSV, "shipmentId,colour\n1,red\n"), 400, "unusable-header");
    }

    @Test
    void other_encodings_are_refused() throws IOException {
        byte[] latin = Rows.json("E-1").replace("B1", "B\u00e9").getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(analyst.post(PATH, JSON, BodyPublishers.ofByteArray(latin)), 400, "malformed-json");
        assertProblem(
                analyst.post(PATH, "application/json; charset=ISO-8859-1", Rows.json("E-1")),
                415,
                "unsupported-media-type");
        assertProblem(
                analyst.post(PATH, NDJSON, Rows.json("E-1"), "Content-Encoding", "gzip"),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_csv_out_of_a_spreadsheet_is_read_in_the_encoding_that_it_declares_or_shows() throws IOException {
        String csv = (Rows.CSV_HEADER + Rows.csv("E-2").replace("\"Tomatoes, fresh\"", "caf\u00e9")).replace(',', ';');

        assertThat(outcomes("text/csv; charset=ISO-8859-1", csv.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("RELEASED");
        assertThat(outcomes("text/csv", csv.replace("E-2", "E-3").getBytes(StandardCharsets.UTF_16)))
                .containsExactly("RELEASED");
        assertThat(outcomes("text/csv", csv.replace("E-2", "E-4").getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("REJECTED");
        assertProblem(analyst.post(PATH, "text/csv; charset=IBM037", csv), 415, "unsupported-media-type");
        assertProblem(analyst.post(PATH, CSV, csv.replace("hs6", "hs8")), 400, "unusable-header");
    }

    @Test
    void a_quote_that_is_not_closed_rejects_its_own_row_only() throws IOException {
        assertThat(outcomes(
                        CSV,
                        (Rows.CSV_HEADER
                                        + Rows.csv("Q-1")
                                        + Rows.csv("Q-2").replace("fresh\"", "fresh")
                                        + Rows.csv("Q-3"))
                                .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("RELEASED", "REJECTED", "RELEASED");
    }

    @Test
    void bodies_beyond_the_bounds_are_refused_row_by_row_and_others_are_taken() throws IOException {
        assertProblem(analyst.post(PATH, CSV, ",".repeat(22 << 20)), 400, "unusable-header");
        assertThat(outcomes(
                        CSV,
                        (Rows.CSV_HEADER + ",".repeat(4 << 20) + "\n" + Rows.csv("BB-1") + "BB-2,\""
                                        + "x".repeat(4 << 20))
                                .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("REJECTED", "RELEASED", "REJECTED");
        assertThat(outcomes(
                        NDJSON,
                        String.join(
                                        "\n",
                                        "x".repeat(4 << 20),
                                        "[".repeat(60_000),
                                        "{\"taxRate\":" + "9".repeat(60_000) + "}",
                                        "{\"taxRate\":1e999999999}",
                                        "{\"" + "n".repeat(60_000) + "\":1}",
                                        Rows.json("BB-3"))
                                .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "RELEASED");
    }

    private static List<String> outcomes(String type, byte[] body) throws IOException {
        return lines(analyst.post(PATH, type, BodyPublishers.ofByteArray(body))).stream()
                .map(row -> row.path("outcome").asString())
                .toList();
    }

    @Test
    void a_missing_or_unknown_content_type_is_refused() throws IOException {
        assertProblem(analyst.post(PATH, null, Rows.json("T-1")), 415, "unsupported-media-type");
        assertProblem(analyst.post(PATH, "application/xml", "<a/>"), 415, "unsupported-media-type");
        assertThat(analyst.post(PATH, NDJSON, Rows.json("T-1"), "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "inspector", "supervisor", "reporter", "auditor"})
    void only_analysts_bring_declarations_in(String user) throws IOException {
        assertThat(server.as(user).post(PATH, JSON, Rows.json("A-1")).statusCode())
                .isEqualTo(403);
        assertThat(server.as(user).post(PATH, NDJSON, Rows.json("A-1")).statusCode())
                .isEqualTo(403);
        assertThat(server.as(user)
                        .post(PATH, CSV, Rows.CSV_HEADER + Rows.csv("A-1"))
                        .statusCode())
                .isEqualTo(403);
    }

    static String rows(String prefix, int count) {
        var body = new ArrayList<String>();
        IntStream.range(0, count).forEach(i -> body.add(Rows.json(prefix + i)));
        return String.join("\n", body) + "\n";
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("application/problem+json"));
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/" + type);
    }
}
