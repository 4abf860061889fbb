package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.Role;
import io.holdfast.standalone.server.WholeSystem.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The access matrix: each role, and an anonymous caller, at every endpoint. A new endpoint needs a row here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessMatrixTest {
    private static final String OPEN = "OPEN";
    private static final String NOBODY = "NOBODY";
    private static final String ANYBODY = "ANYBODY";

    /** After the arrow: the roles with access; OPEN without a login; ANYBODY with any role; NOBODY. */
    private static final String MATRIX = """
            POST   /api/v1/declarations                                           -> ANALYST

            POST   /api/v1/shipments/{id}/targeting                               -> INSPECTOR SUPERVISOR ANALYST
            POST   /api/v1/shipments/{id}/holds                                   -> INSPECTOR SUPERVISOR
            DELETE /api/v1/shipments/{id}/holds/{holdId}                          -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/exams                                   -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/exams/{examId}/start                    -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/exams/{examId}/complete                 -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/exams/{examId}/waive                    -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/exams/{examId}/correct                  -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/lab-results                             -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/seizure-requests                        -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/seizure-requests/{requestId}/approve    -> SUPERVISOR
            POST   /api/v1/shipments/{id}/seizure-requests/{requestId}/reject     -> SUPERVISOR
            POST   /api/v1/shipments/{id}/release                                 -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/redelivery-demands                      -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/redelivery-demands/{demandId}/approve   -> SUPERVISOR
            POST   /api/v1/shipments/{id}/custody-transfers                       -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/referrals                               -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/arrests                                 -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/forfeiture                              -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/destruction                             -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/remission                               -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/claim                                   -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/return                                  -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/reassign                                -> SUPERVISOR
            POST   /api/v1/shipments/{id}/escalate                                -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/snooze                                  -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/notes                                   -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/evidence                                -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/detention                               -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/detention-notices                       -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/tags                                    -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/links                                   -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/{id}/operation                               -> INSPECTOR SUPERVISOR
            POST   /api/v1/shipments/bulk                                         -> INSPECTOR SUPERVISOR
            POST   /api/v1/queues/{queue}/next                                    -> INSPECTOR SUPERVISOR

            GET    /api/v1/shipments                                              -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/shipments/{id}                                         -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/shipments/{id}/diff                                    -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/shipments/{id}/lists/{list}                            -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/shipments/{id}/audit                                   -> SUPERVISOR AUDITOR
            GET    /api/v1/shipments/{id}/bundle                                  -> AUDITOR
            GET    /api/v1/shipments/{id}/evidence/{evidenceId}                   -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/queues                                                 -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/queues/{queue}                                         -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/queues/{queue}/stream                                  -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/queues/filters                                         -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/queues/filters/{name}                                  -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            PUT    /api/v1/queues/filters/{name}                                  -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            DELETE /api/v1/queues/filters/{name}                                  -> INSPECTOR SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/audit                                                  -> SUPERVISOR AUDITOR
            GET    /api/v1/security-log                                           -> AUDITOR ADMIN
            GET    /api/v1/feedback/rules                                         -> ANALYST REPORTER SUPERVISOR AUDITOR
            GET    /api/v1/feedback/rules/{ruleId}/weeks                          -> ANALYST REPORTER SUPERVISOR AUDITOR
            GET    /api/v1/feedback/rules/co-occurrence                           -> ANALYST REPORTER SUPERVISOR AUDITOR
            GET    /api/v1/feedback/outcomes                                      -> ANALYST AUDITOR
            GET    /api/v1/feedback/totals                                        -> ANALYST REPORTER SUPERVISOR AUDITOR
            GET    /api/v1/reports/daily                                          -> REPORTER SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/reports/times                                          -> REPORTER SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/reports/consistency                                    -> REPORTER SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/reports/seizures                                       -> REPORTER SUPERVISOR ANALYST AUDITOR
            GET    /api/v1/reports/seizures/statistic                             -> REPORTER SUPERVISOR ANALYST AUDITOR

            GET    /api/v1/rule-sets                                              -> ANALYST AUDITOR
            POST   /api/v1/rule-sets                                              -> ANALYST
            GET    /api/v1/rule-sets/{version}                                    -> ANALYST AUDITOR
            POST   /api/v1/rule-sets/{version}/activate                           -> ANALYST
            POST   /api/v1/rule-sets/{version}/retire                             -> ANALYST
            GET    /api/v1/rule-sets/{from}/diff/{to}                             -> ANALYST AUDITOR
            POST   /api/v1/rule-sets/retunings                                    -> ANALYST
            POST   /api/v1/rule-sets/drafts                                       -> ANALYST
            GET    /api/v1/rule-sets/drafts                                       -> ANALYST AUDITOR
            GET    /api/v1/rule-sets/drafts/{draft}                               -> ANALYST AUDITOR
            PUT    /api/v1/rule-sets/drafts/{draft}                               -> ANALYST
            POST   /api/v1/rule-sets/drafts/{draft}/propose                       -> ANALYST
            POST   /api/v1/rule-sets/drafts/{draft}/approve                       -> ANALYST
            POST   /api/v1/rule-sets/drafts/{draft}/reject                        -> ANALYST
            POST   /api/v1/rule-sets/drafts/{draft}/activate                      -> ANALYST
            POST   /api/v1/rule-sets/drafts/{draft}/simulations                   -> ANALYST
            GET    /api/v1/rule-sets/drafts/{draft}/simulations/{simulation}      -> ANALYST AUDITOR
            GET    /api/v1/rule-sets/drafts/{draft}/simulations/{simulation}/progress -> ANALYST AUDITOR
            DELETE /api/v1/rule-sets/drafts/{draft}/simulations/{simulation}      -> ANALYST
            GET    /api/v1/admin/projections                                      -> ADMIN
            GET    /api/v1/admin/projections/{name}                               -> ADMIN
            POST   /api/v1/admin/projections/{name}/rebuild                       -> ADMIN
            POST   /api/v1/admin/projections/{name}/retry                         -> ADMIN
            GET    /api/v1/admin/readers                                          -> ADMIN
            GET    /api/v1/admin/readers/{name}/parked                            -> ADMIN
            POST   /api/v1/admin/readers/{name}/retry                             -> ADMIN
            POST   /api/v1/admin/readers/{name}/rebuild                           -> ADMIN

            GET    /actuator                                                      -> ADMIN
            GET    /actuator/health                                               -> OPEN
            GET    /actuator/health/**                                            -> OPEN
            GET    /actuator/info                                                 -> ADMIN
            GET    /actuator/metrics                                              -> ADMIN
            GET    /actuator/metrics/{requiredMetricName}                         -> ADMIN
            GET    /actuator/prometheus                                           -> ADMIN
            GET    /v3/api-docs                                                   -> OPEN
            GET    /v3/api-docs.yaml                                              -> ANYBODY
            GET    /v3/api-docs/swagger-config                                    -> OPEN
            GET    /swagger-ui.html                                               -> OPEN
            GET    /error                                                         -> NOBODY
            """;

    private static final Map<Endpoint, Set<String>> ROWS = MATRIX.lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("->"))
            .collect(Collectors.toMap(
                    parts -> Endpoint.parse(parts[0]),
                    parts -> Set.of(parts[1].strip().split(" +"))));

    private static WholeSystem system;

    @BeforeAll
    static void start() {
        system = new WholeSystem("");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(ROWS.keySet()).containsExactlyInAnyOrderElementsOf(system.endpoints());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void an_endpoint_answers_those_who_may_and_no_others(Endpoint endpoint) throws IOException {
        Set<String> may = ROWS.get(endpoint);
        var expected = new TreeMap<String, String>();
        var answered = new TreeMap<String, String>();
        expected.put("nobody", may.contains(OPEN) ? "answered" : "401");
        answered.put("nobody", outcome(null, endpoint));
        for (Role role : Role.values()) {
            String user = role.name().toLowerCase(Locale.ROOT);
            boolean allowed = may.contains(OPEN) || may.contains(ANYBODY) || may.contains(role.name());
            expected.put(user, allowed ? "answered" : "403");
            answered.put(user, outcome(user, endpoint));
        }
        assertThat(answered).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheApi")
    void an_endpoint_refuses_a_parameter_that_it_does_not_know(Endpoint endpoint) throws IOException {
        String user = ROWS.get(endpoint).iterator().next().toLowerCase(Locale.ROOT);
        var answer = system.ask(user, endpoint.method(), endpoint.path() + "?nonsense=1");
        String problem = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(problem).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem)
                .contains("/problems/bad-parameter", "\"field\":\"nonsense\"", "nonsense is not known here; ");
    }

    private static Stream<Endpoint> rowsOfTheApi() {
        return rows().filter(endpoint -> endpoint.pattern().startsWith("/api/"));
    }

    @Test
    void a_row_names_roles_that_there_are() {
        Set<String> known = Stream.concat(
                        Arrays.stream(Role.values()).map(Role::name), Stream.of(OPEN, ANYBODY, NOBODY))
                .collect(Collectors.toSet());
        assertThat(ROWS.values()).allSatisfy(may -> assertThat(known).containsAll(may));
    }

    private static Stream<Endpoint> rows() {
        return ROWS.keySet().stream().sorted();
    }

    private static String outcome(String user, Endpoint endpoint) throws IOException {
        var answer = system.ask(user, endpoint.method(), endpoint.path());
        answer.body().close();
        assertThat(answer.statusCode()).as("%s by %s", endpoint, user).isLessThan(500);
        return switch (answer.statusCode()) {
            case 401 -> "401";
            case 403 -> "403";
            default -> "answered";
        };
    }
}
