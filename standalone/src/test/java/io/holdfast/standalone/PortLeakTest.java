package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.Listener.Event;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two ports: nothing that belongs to one may reach a user of the other, neither in lists, counts, totals and exports
 * nor in streams. Everything of port ZZB, and nothing else, has {@code ZZB} in its name. Every GET endpoint has a row
 * here.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PortLeakTest {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HOLD = """
            {"type": "MANIFEST", "reason": "check %1$s", "location": "Pier %1$s"}""";

    /** What the response must contain for a user of ZZB: otherwise the row would prove nothing. */
    enum Tells {
        OF_CASES,
        NOTHING_OF_CASES
    }

    /**
     * A request.
     *
     * @param pattern the mapped path
     * @param path the requested path, in which {@code {port}} and {@code {shipment}} of the caller are filled in
     */
    record Row(String pattern, String path, String role, String accept, Tells tells) {}

    static final List<Row> ROWS = List.of(
            cases("/shipments", "/shipments?limit=200", "INSPECTOR", JSON),
            cases("/shipments", "/shipments?importer=IMPZZB", "INSPECTOR", JSON),
            cases("/shipments/{id}", "/shipments/{shipment}", "INSPECTOR", JSON),
            cases("/shipments/{id}", "/shipments/{shipment}?version=1", "AUDITOR", JSON),
            cases("/shipments/{id}/diff", "/shipments/{shipment}/diff?from=1&to=3", "INSPECTOR", JSON),
            cases("/shipments/{id}/lists/{list}", "/shipments/{shipment}/lists/tags", "INSPECTOR", JSON),
            cases("/shipments/{id}/lists/{list}", "/shipments/{shipment}/lists/holds?order=newest", "AUDITOR", JSON),
            cases("/shipments/{id}/audit", "/shipments/{shipment}/audit", "AUDITOR", JSON),
            cases("/shipments/{id}/audit", "/shipments/{shipment}/audit", "AUDITOR", CSV),
            cases("/audit", "/audit?limit=200", "SUPERVISOR", JSON),
            cases("/audit", "/audit?order=oldest", "AUDITOR", NDJSON),
            cases("/audit", "/audit", "AUDITOR", CSV),
            cases("/queues/{queue}", "/queues/open?limit=200", "INSPECTOR", JSON),
            cases("/queues/{queue}", "/queues/open?limit=200&sort=age&snoozed=true", "ANALYST", JSON),
            cases("/queues/{queue}", "/queues/escalated", "SUPERVISOR", JSON),
            cases("/queues/{queue}", "/queues/open?filter=shared-{port}", "INSPECTOR", JSON),
            cases("/queues/filters", "/queues/filters", "INSPECTOR", JSON),
            cases("/queues/filters/{name}", "/queues/filters/shared-{port}", "INSPECTOR", JSON),
            nothing("/queues", "/queues", "SUPERVISOR", JSON),
            cases("/reports/daily", "/reports/daily", "REPORTER", JSON),
            cases("/reports/daily", "/reports/daily", "REPORTER", CSV),
            cases("/reports/times", "/reports/times", "REPORTER", JSON),
            cases("/reports/times", "/reports/times", "REPORTER", NDJSON),
            nothing("/reports/consistency", "/reports/consistency", "REPORTER", JSON),
            nothing("/reports/consistency", "/reports/consistency", "REPORTER", CSV),
            nothing("/reports/seizures", "/reports/seizures", "REPORTER", JSON),
            nothing("/reports/seizures", "/reports/seizures", "REPORTER", CSV),
            nothing("/reports/seizures/statistic", "/reports/seizures/statistic", "REPORTER", CSV),
            nothing("/feedback/rules", "/feedback/rules", "ANALYST", JSON),
            nothing("/feedback/rules", "/feedback/rules", "ANALYST", NDJSON),
            nothing("/feedback/rules/{ruleId}/weeks", "/feedback/rules/bulk-cargo/weeks", "ANALYST", JSON),
            nothing("/feedback/rules/co-occurrence", "/feedback/rules/co-occurrence", "ANALYST", JSON),
            nothing("/feedback/totals", "/feedback/totals", "ANALYST", JSON),
            cases("/feedback/outcomes", "/feedback/outcomes", "ANALYST", JSON),
            cases("/feedback/outcomes", "/feedback/outcomes", "AUDITOR", NDJSON),
            cases("/feedback/outcomes", "/feedback/outcomes", "AUDITOR", CSV),
            nothing("/security-log", "/security-log", "AUDITOR", JSON),
            nothing("/rule-sets", "/rule-sets", "ANALYST", JSON),
            nothing("/rule-sets/{version}", "/rule-sets/1", "ANALYST", JSON),
            nothing("/rule-sets/{from}/diff/{to}", "/rule-sets/1/diff/1", "ANALYST", JSON),
            nothing("/rule-sets/drafts", "/rule-sets/drafts", "ANALYST", JSON),
            nothing("/rule-sets/drafts/{draft}", "/rule-sets/drafts/none", "ANALYST", JSON),
            nothing(
                    "/rule-sets/drafts/{draft}/simulations/{simulation}",
                    "/rule-sets/drafts/none/simulations/none",
                    "ANALYST",
                    JSON),
            nothing(
                    "/rule-sets/drafts/{draft}/simulations/{simulation}/progress",
                    "/rule-sets/drafts/none/simulations/none/progress",
                    "ANALYST",
                    "text/event-stream"),
            nothing("/admin/projections", "/admin/projections", "ADMIN", JSON),
            nothing("/admin/projections/{name}", "/admin/projections/workqueue", "ADMIN", JSON),
            nothing("/admin/readers", "/admin/readers", "ADMIN", JSON),
            nothing("/admin/readers/{name}/parked", "/admin/readers/legal-clocks/parked", "ADMIN", JSON));

    /** Tested below as a stream. */
    private static final Set<String> STREAMS = Set.of("/queues/{queue}/stream");

    /** About one case, and compressed: tested below. */
    private static final Set<String> FILES = Set.of("/shipments/{id}/bundle", "/shipments/{id}/evidence/{evidenceId}");

    private static Issuer issuer;
    private static Cluster cluster;
    private static String position = "-1";

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        cluster = new Cluster(issuer).withQueries().withCommands();
        for (String port : List.of("YYA", "ZZB")) {
            work(port);
            Api.ok(cluster.asks(0, "chief" + port, "SUPERVISOR", port)
                    .put("/queues/filters/shared-" + port.toLowerCase(Locale.ROOT), """
                            {"sharedAt": "%s", "snoozed": true}""".formatted(port)));
        }
    }

    /** Opens a case that is held and escalated, and one that waits. */
    private static void work(String port) {
        Api chief = cluster.does(0, "chief" + port, "SUPERVISOR", port);
        for (String shipment : List.of("1" + port, "2" + port)) {
            chief.open(shipment, port, "MANUAL", port);
        }
        chief.post("/shipments/1" + port + "/holds", HOLD.formatted(port));
        chief.post("/shipments/1" + port + "/claim", "{}");
        chief.post("/shipments/1" + port + "/return", "{\"reason\": \"done " + port + "\"}");
        chief.post("/shipments/1" + port + "/tags", "{\"tag\": \"tag-" + port.toLowerCase(Locale.ROOT) + "\"}");
        position = chief.answerTo("/shipments/1" + port + "/escalate", "{\"reason\": \"too much for " + port + "\"}")
                .headers()
                .firstValue(Api.POSITION)
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        cluster.close();
        issuer.close();
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void no_byte_of_another_port_is_told(Row row) {
        HttpResponse<String> own = ask(row, "ZZB");
        HttpResponse<String> foreign = ask(row, "YYA");

        assertThat(foreign.body().toUpperCase(Locale.ROOT)).doesNotContain("ZZB");
        assertThat(foreign.headers().map().toString().toUpperCase(Locale.ROOT)).doesNotContain("ZZB");
        if (row.tells() == Tells.OF_CASES) {
            assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
            assertThat(own.body().toUpperCase(Locale.ROOT)).contains("ZZB").doesNotContain("YYA");
        }
    }

    @Test
    void counts_are_of_ones_own_ports() {
        for (var count :
                cluster.asks(0, "x", "SUPERVISOR", "YYA").get("/queues").path("queues")) {
            assertThat(count.path("count").asInt()).isLessThanOrEqualTo(2);
        }
        assertThat(cluster.asks(0, "x", "SUPERVISOR", "NONE").get("/queues").path("queues"))
                .allMatch(count -> count.path("count").asInt() == 0);
    }

    @Test
    void nothing_of_another_port_is_streamed_neither_now_nor_to_who_comes_back() {
        Api foreign = cluster.asks(0, "watchA", "SUPERVISOR", "YYA");
        for (String queue : List.of("open", "escalated", "held", "to-triage")) {
            try (var live = Listener.to(foreign, "/queues/" + queue + "/stream", null);
                    var back = Listener.to(foreign, "/queues/" + queue + "/stream?snoozed=true", "-1")) {
                cluster.does(0, "chiefZZB", "SUPERVISOR", "ZZB")
                        .post("/shipments/1ZZB/notes", "{\"text\": \"ZZB again\"}");
                String last = cluster.does(0, "chiefYYA", "SUPERVISOR", "YYA")
                        .answerTo("/shipments/1YYA/notes", "{\"text\": \"again\"}")
                        .headers()
                        .firstValue(Api.POSITION)
                        .orElseThrow();
                for (Listener listener : List.of(live, back)) {
                    listener.await((Event event) -> event.id().equals(last));
                    assertThat(listener.received()).contains("1YYA").doesNotContain("ZZB");
                }
            }
        }
    }

    @Test
    void a_file_of_a_case_of_another_port_is_as_unknown_as_one_of_no_case() {
        Api foreign = cluster.asks(0, "auditorYYA", "AUDITOR", "YYA");
        for (String path : List.of("/shipments/1ZZB/bundle", "/shipments/1ZZB/evidence/none")) {
            HttpResponse<String> hidden = foreign.answerFrom(position, path, "*/*");
            HttpResponse<String> absent = foreign.answerFrom(position, path.replace("1ZZB", "NOWHERE"), "*/*");

            assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
            assertThat(hidden.body().replace("1ZZB", "NOWHERE")).isEqualTo(absent.body());
        }
    }

    @Test
    void every_question_that_there_is_has_a_row() {
        Set<String> asked = Stream.of(ROWS.stream().map(Row::pattern), STREAMS.stream(), FILES.stream())
                .flatMap(patterns -> patterns)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped()).isEqualTo(asked);
    }

    /** The GET endpoints of both sides. */
    private static Set<String> mapped() {
        var patterns = new TreeSet<String>();
        for (ApplicationContext context : cluster.contexts()) {
            context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .forEach((mapping, _) -> {
                        if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                            mapping.getPatternValues().forEach(patterns::add);
                        }
                    });
        }
        return patterns.stream()
                .filter(pattern -> pattern.startsWith("/api/v1"))
                .map(pattern -> pattern.substring("/api/v1".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HttpResponse<String> ask(Row row, String port) {
        String path =
                row.path().replace("{port}", port.toLowerCase(Locale.ROOT)).replace("{shipment}", "1" + port);
        Api api = row.pattern().startsWith("/rule-sets")
                ? cluster.does(0, "person" + port, row.role(), port)
                : cluster.asks(0, "person" + port, row.role(), port);
        return api.answerFrom(position, path, row.accept());
    }

    private static Row cases(String pattern, String path, String role, String accept) {
        return new Row(pattern, path, role, accept, Tells.OF_CASES);
    }

    private static Row nothing(String pattern, String path, String role, String accept) {
        return new Row(pattern, path, role, accept, Tells.NOTHING_OF_CASES);
    }
}
