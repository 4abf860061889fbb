package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.server.HoldfastServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Fifty officers of one port request work at the same moment; the queue always lags a little behind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NextCaseTest {
    private static final String ISSUER = "holdfast.security.jwt-issuer";
    private static final String AUDIENCE = "holdfast.security.audience";
    /** Generous, so that a slow machine is merely slow. */
    private static final String PATIENCE = "holdfast.dispatch.patience";

    private static final int OFFICERS = 50;
    private static final String NEXT = "/queues/to-triage/next";

    @TempDir
    static Path data;

    private static Issuer issuer;
    private static HoldfastServer server;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        System.setProperty(ISSUER, issuer.url());
        System.setProperty(AUDIENCE, Issuer.AUDIENCE);
        System.setProperty(PATIENCE, "30s");
        server = HoldfastServer.start(0, data, false);
    }

    @AfterAll
    static void stop() {
        server.close();
        System.clearProperty(ISSUER);
        System.clearProperty(AUDIENCE);
        System.clearProperty(PATIENCE);
        issuer.close();
    }

    @Test
    void fifty_cases_get_fifty_owners() throws Exception {
        target("A", OFFICERS);

        List<HttpResponse<String>> answers = allAskAtOnce("A");

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertEachCaseHasItsOwner(answers);
    }

    @Test
    void ten_cases_get_ten_owners_and_forty_officers_get_none() throws Exception {
        target("B", 10);

        List<HttpResponse<String>> answers = allAskAtOnce("B");

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(40);
        assertEachCaseHasItsOwner(
                answers.stream().filter(answer -> answer.statusCode() == 200).toList());
    }

    @Test
    void the_most_urgent_case_comes_first_and_none_of_another_port() {
        Api chief = person("chief", "SUPERVISOR", "C");
        chief.target("C-1", "C", "MANUAL");
        chief.target("C-2", "C", "INTELLIGENCE");
        String position = chief.target("C-3", "C", "MANUAL");
        chief.answerFrom(position, "/queues");
        Api officer = person("kim", "INSPECTOR", "C");

        assertThat(person("lee", "INSPECTOR", "D").answerTo(NEXT, "").statusCode())
                .isEqualTo(204);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(_ -> Api.ok(officer.answerTo(NEXT, ""))
                                .path("shipmentId")
                                .asString()))
                .containsExactly("C-2", "C-1", "C-3");
        assertThat(officer.answerTo(NEXT, "").statusCode()).isEqualTo(204);
    }

    private static void assertEachCaseHasItsOwner(List<HttpResponse<String>> answers) {
        List<JsonNode> cases = answers.stream().map(Api::ok).toList();
        assertThat(cases).extracting(row -> row.path("shipmentId").asString()).doesNotHaveDuplicates();
        assertThat(cases).extracting(row -> row.path("assignee").asString()).doesNotHaveDuplicates();
        assertThat(answers).allSatisfy(answer -> {
            JsonNode row = Api.ok(answer);
            String port = row.path("port").asString();
            var file = person("reader", "SUPERVISOR", port)
                    .answerFrom(
                            answer.headers().firstValue(Api.POSITION).orElseThrow(),
                            "/shipments/" + row.path("shipmentId").asString());
            assertThat(file.headers().firstValue("ETag"))
                    .isEqualTo(answer.headers().firstValue("ETag"));
            assertThat(file.body()).contains('"' + row.path("assignee").asString() + '"');
        });
    }

    private static List<HttpResponse<String>> allAskAtOnce(String port) throws Exception {
        var barrier = new CyclicBarrier(OFFICERS);
        List<Callable<HttpResponse<String>>> calls = IntStream.range(0, OFFICERS)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> {
                    Api officer = person("officer-" + i, "INSPECTOR", port);
                    barrier.await(1, TimeUnit.MINUTES);
                    return officer.answerTo(NEXT, "");
                })
                .toList();
        var answers = new ArrayList<HttpResponse<String>>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : all.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** Opens this many cases and waits until the queue shows them; later changes are not waited for. */
    private static void target(String port, int cases) {
        Api chief = person("chief", "SUPERVISOR", port);
        String position = "-1";
        for (int i = 0; i < cases; i++) {
            position = chief.target(port + "-" + i, port, "MANUAL");
        }
        Api.ok(chief.answerFrom(position, "/queues"));
    }

    private static Api person(String name, String role, String port) {
        return Api.bearer(server.url(), issuer.token(name, role, port));
    }
}
