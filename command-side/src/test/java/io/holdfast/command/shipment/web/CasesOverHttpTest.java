package io.holdfast.command.shipment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.HttpTest;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CasesOverHttpTest extends HttpTest {
    private static final String HOLD = """
            {"type": "MANIFEST", "reason": "check", "location": "Pier 4"}""";
    private static final String LINE = """
            {"goods": "Fentanyl", "hs6": "293333", "quantity": {"amount": 24.1, "unit": "KG"}, "legalAuthority": "21 USC 881"}""";

    @Autowired
    private EventStore events;

    @Test
    void a_case_goes_from_targeting_to_destruction_and_every_event_says_who_when_and_why() {
        String shipment = targeted();
        String hold = created(post("inspector", path(shipment, "/holds"), HOLD), 2);
        String exam = created(post("inspector", path(shipment, "/exams"), "{\"type\": \"INTENSIVE\"}"), 3);
        done(post("inspector", path(shipment, "/exams/" + exam + "/start"), "{}"), 6, "HELD"); // two legal clocks start
        done(post("inspector", path(shipment, "/exams/" + exam + "/complete"), """
                {"findings": ["CONTRABAND_PRESUMPTIVE"], "techniques": ["FIELD_TEST"], "samples": ["S-1"]}"""), 7, "INSPECTED");
        done(post("inspector", path(shipment, "/lab-results"), """
                {"sampleId": "S-1", "finding": "CONTRABAND_CONFIRMED", "laboratory": "LSS", "reportNumber": "R-1"}"""), 8, "INSPECTED");
        String request = created(
                post(
                        "inspector",
                        path(shipment, "/seizure-requests"),
                        "{\"extent\": \"FULL\", \"lines\": [" + LINE + "]}"),
                9);
        done(delete("inspector", path(shipment, "/holds/" + hold + "?reason=Resolved")), 10, "INSPECTED");
        done(
                post(
                        "supervisor",
                        path(shipment, "/seizure-requests/" + request + "/approve"),
                        "{\"fpfCaseNumber\": \"2026-1\"}",
                        "If-Match",
                        "\"10\""),
                11,
                "SEIZED");
        var destroyed = post(
                "supervisor", path(shipment, "/destruction"), """
                {"weighed": {"amount": 23, "unit": "KG"}, "witness": "R. Alvarez", "method": "Incineration"}""", "If-Match", "\"11\"", "X-Correlation-Id", "walk-17");
        done(destroyed, 13, "SEIZED");
        List<? extends DomainEventMessage<?>> history = history(shipment);
        assertThat(history).hasSize(13).allSatisfy(CasesOverHttpTest::tellsWho);
        assertThat(history.getLast().getMetaData())
                .containsEntry(MetadataKeys.ACTOR, "supervisor")
                .containsEntry(MetadataKeys.ROLES, "SUPERVISOR")
                .containsEntry(MetadataKeys.CORRELATION_ID, "walk-17")
                .containsEntry(
                        MetadataKeys.CAUSATION_ID, history.get(11).getMetaData().get(MetadataKeys.CAUSATION_ID));
    }

    private static void tellsWho(DomainEventMessage<?> event) {
        assertThat(event.getPayload()).isInstanceOf(ShipmentEvent.class);
        assertThat(event.getMetaData().keySet())
                .contains(
                        MetadataKeys.ACTOR,
                        MetadataKeys.ROLES,
                        MetadataKeys.ADDRESS,
                        MetadataKeys.CORRELATION_ID,
                        MetadataKeys.CAUSATION_ID)
                .doesNotContain("scope", "expectedVersion");
    }

    @Test
    void presented_goods_are_detained_and_the_notice_is_recorded_once() {
        String shipment = targeted();
        String reason = "{\"reason\": \"Admissibility is not settled\"}";
        String notice = """
                {"addressee": "Pacific Dye Imports", "reason": "Admissibility is not settled", "inquiries": "Analysis"}""";
        assertThat(post("inspector", path(shipment, "/detention"), reason).statusCode())
                .isEqualTo(409);
        created(post("inspector", path(shipment, "/holds"), HOLD), 2);
        String exam = created(post("inspector", path(shipment, "/exams"), "{\"type\": \"TAILGATE\"}"), 3);
        done(post("inspector", path(shipment, "/exams/" + exam + "/start"), "{}"), 6, "HELD");
        var early = post("inspector", path(shipment, "/detention-notices"), notice);
        assertThat(json(early).path("allowed").valueStream().map(node -> node.asString()))
                .contains("DetainShipment")
                .doesNotContain("IssueDetentionNotice", "WarnOfClock", "RecordClockBreach");
        done(post("inspector", path(shipment, "/detention"), reason), 8, "HELD");
        created(post("inspector", path(shipment, "/detention-notices"), notice), 9);
        assertThat(post("inspector", path(shipment, "/detention-notices"), notice)
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("inspector", path(shipment, "/detention-notices"), "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("analyst", path(shipment, "/detention"), reason).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_illegal_move_is_told_with_what_is_allowed_and_writes_nothing() {
        String shipment = targeted();
        var refused = post("inspector", path(shipment, "/custody-transfers"), """
                {"from": "a", "to": "b", "weighed": {"amount": 1, "unit": "KG"}, "reason": "none"}""");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/illegal-move");
        assertThat(json(refused).path("status").asString()).isEqualTo("TARGETED");
        assertThat(json(refused).path("allowed").valueStream().map(node -> node.asString()))
                .contains("PlaceHold", "ReleaseShipment")
                .doesNotContain("TransferCustody");
        assertThat(history(shipment)).hasSize(1);
    }

    @Test
    void a_release_needs_a_version_and_the_version_that_is() {
        String shipment = targeted();
        String release = """
                {"kind": "FULL", "waiver": "TRUSTED_TRADER", "reason": "known"}""";
        assertThat(post("inspector", path(shipment, "/release"), release).statusCode())
                .isEqualTo(428);
        for (String malformed :
                List.of("W/\"1\"", "1", "\"one\"", "*", "\"1\", \"2\"", "\"-1\"", "\"99999999999999999999\"")) {
            var refused = post("inspector", path(shipment, "/release"), release, "If-Match", malformed);
            assertThat(refused.statusCode()).as(malformed + refused.body()).isEqualTo(400);
        }
        var stale = post("inspector", path(shipment, "/release"), release, "If-Match", "\"7\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("actual").asLong()).isEqualTo(1);
        done(post("inspector", path(shipment, "/release"), release, "If-Match", "\"1\""), 2, "RELEASED");
    }

    @Test
    void who_may_not_is_told_so_before_anything_else() {
        String shipment = targeted();
        assertThat(post("reporter", path(shipment, "/holds"), HOLD).statusCode())
                .isEqualTo(403);
        assertThat(post("admin", path(shipment, "/holds"), "{").statusCode()).isEqualTo(403);
        assertThat(post("inspector", path(shipment, "/reassign"), "{}").statusCode())
                .isEqualTo(403);
        assertThat(post("nobody", path(shipment, "/holds"), HOLD).statusCode()).isEqualTo(401);
    }

    @Test
    void what_is_not_there_is_not_found() {
        String shipment = targeted();
        created(post("inspector", path(shipment, "/holds"), HOLD), 2);
        assertThat(post("inspector", path("W-none", "/holds"), HOLD).statusCode())
                .isEqualTo(404);
        assertThat(delete("inspector", path(shipment, "/holds/h7?reason=x")).statusCode())
                .isEqualTo(404);
        assertThat(post("inspector", path("targeting:rules", "/holds"), HOLD).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_caller_says_nothing_about_who_and_when() {
        String shipment = targeted();
        var refused =
                post("inspector", path(shipment, "/notes"), "{\"text\": \"x\", \"at\": \"2020-01-01T00:00:00Z\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void writers_without_a_precondition_all_get_their_turn() throws Exception {
        String shipment = targeted();
        var answers = atOnce(16, n -> post("inspector", path(shipment, "/notes"), "{\"text\": \"note " + n + "\"}"));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(history(shipment)).hasSize(17);
    }

    @Test
    void of_writers_on_the_same_version_exactly_one_wins() throws Exception {
        String shipment = targeted();
        var answers = atOnce(
                8, n -> post("inspector", path(shipment, "/tags"), "{\"tag\": \"t" + n + "\"}", "If-Match", "\"1\""));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 412))
                .hasSize(7);
    }

    @Test
    void a_case_in_memory_gives_way_to_what_another_node_wrote() {
        String shipment = targeted();
        var elsewhere = new HoldPlaced(
                new ShipmentId(shipment), new HoldId("h1"), HoldType.MANIFEST, null, "check", "Pier 4", Instant.now());
        events.publish(new GenericDomainEventMessage<>("ShipmentAggregate", shipment, 1, elsewhere));
        done(delete("inspector", path(shipment, "/holds/h1?reason=Resolved"), "If-Match", "\"2\""), 3, "TARGETED");
    }

    @Test
    void a_case_in_memory_is_no_reason_to_lose_against_another_node() {
        String shipment = targeted();
        var elsewhere = new HoldPlaced(
                new ShipmentId(shipment), new HoldId("h1"), HoldType.MANIFEST, null, "check", "Pier 4", Instant.now());
        events.publish(new GenericDomainEventMessage<>("ShipmentAggregate", shipment, 1, elsewhere));
        done(post("inspector", path(shipment, "/tags"), "{\"tag\": \"t\"}"), 3, "HELD");
    }

    @Test
    void the_description_of_the_api_has_every_command_with_an_example() {
        var description = json(send(request("inspector", "/v3/api-docs").GET()));
        var paths = description.path("paths");
        assertThat(paths.propertyNames().stream().filter(path -> path.startsWith("/api/v1/shipments/{id}/")))
                .hasSize(33);
        assertThat(description
                        .at("/components/schemas/SeizureLinesRequest/example/lines/0/goods")
                        .asString())
                .isEqualTo("Fentanyl");
    }

    private List<? extends DomainEventMessage<?>> history(String shipment) {
        return events.readEvents(shipment).asStream().toList();
    }

    private static String created(HttpResponse<String> answer, long version) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
        return json(answer).path("id").asString();
    }

    private static void done(HttpResponse<String> answer, long version, String status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
        assertThat(json(answer).path("version").asLong()).isEqualTo(version);
        assertThat(json(answer).path("status").asString()).isEqualTo(status);
        assertThat(json(answer).has("id")).isFalse();
    }

    private static List<HttpResponse<String>> atOnce(int times, IntFunction<HttpResponse<String>> call)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times)
                    .mapToObj(n -> (Callable<HttpResponse<String>>) () -> call.apply(n))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
