package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Fifty officers request work at the same moment from two command nodes, each with a query node of its own: the log
 * decides.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NextCaseOnSeveralNodesTest {
    private static final int OFFICERS = 50;
    private static final String PATIENT = "holdfast.dispatch.patience=60s";

    private static Issuer issuer;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        cluster = new Cluster(issuer)
                .withQueries()
                .withQueries()
                .withCommands(PATIENT)
                .withCommands(PATIENT);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({"M,20", "N,5"})
    void each_case_goes_to_one_officer_and_who_comes_too_late_gets_none(String port, int cases) throws Exception {
        target(port, cases);

        List<HttpResponse<String>> answers = allAskAtOnce(port);

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(cases < OFFICERS ? new Integer[] {200, 204} : new Integer[] {200});
        List<JsonNode> taken = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(Api::ok)
                .toList();
        assertThat(taken).hasSize(cases);
        assertThat(taken).extracting(row -> row.path("shipmentId").asString()).doesNotHaveDuplicates();
        assertThat(taken).extracting(row -> row.path("assignee").asString()).doesNotHaveDuplicates();
        assertOwners(port, answers);
    }

    /** Both query nodes show the same owners as the responses. */
    private static void assertOwners(String port, List<HttpResponse<String>> answers) {
        long position = answers.stream()
                .flatMap(answer -> answer.headers().firstValue(Api.POSITION).stream())
                .mapToLong(Long::parseLong)
                .max()
                .orElseThrow();
        var told = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(Api::ok)
                .map(row -> row.path("shipmentId").asString() + "="
                        + row.path("assignee").asString())
                .toList();
        for (int node = 0; node < 2; node++) {
            var open = Api.ok(cluster.asks(node, "reader", "SUPERVISOR", port)
                    .answerFrom(Long.toString(position), "/queues/open?limit=200"));
            var owners = new ArrayList<String>();
            open.path("items")
                    .forEach(row -> owners.add(row.path("shipmentId").asString() + "="
                            + row.path("assignee").asString()));
            assertThat(owners).containsExactlyInAnyOrderElementsOf(told);
        }
    }

    private static List<HttpResponse<String>> allAskAtOnce(String port) throws Exception {
        var barrier = new CyclicBarrier(OFFICERS);
        List<Callable<HttpResponse<String>>> calls = IntStream.range(0, OFFICERS)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> {
                    Api officer = cluster.does(i % 2, "officer-" + i, "INSPECTOR", port);
                    barrier.await(1, TimeUnit.MINUTES);
                    return officer.answerTo("/queues/to-triage/next", "");
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

    /** Opens this many cases and waits until both queues show them. */
    private static void target(String port, int cases) {
        String position = "-1";
        for (int i = 0; i < cases; i++) {
            position = cluster.does(i % 2, "chief", "SUPERVISOR", port).target(port + "-" + i, port, "MANUAL");
        }
        for (int node = 0; node < 2; node++) {
            Api.ok(cluster.asks(node, "chief", "SUPERVISOR", port).answerFrom(position, "/queues"));
        }
    }
}
