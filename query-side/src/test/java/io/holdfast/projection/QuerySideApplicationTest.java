package io.holdfast.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.Actor;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.support.TestMongo;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.event.ShipmentEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side alone, over HTTP, on a log that the test writes. */
@SpringBootTest(classes = QuerySideApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuerySideApplicationTest {
    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final String POSITION = "X-Holdfast-Position";
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore events;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", TestMongo::uri);
        registry.add("holdfast.event-store.database", () -> "query-side-test-" + UUID.randomUUID());
        registry.add("holdfast.projections.database", () -> "query-side-test-" + UUID.randomUUID());
        registry.add("holdfast.projections.watch-interval", () -> "50ms");
        registry.add("holdfast.projections.max-wait", () -> "2s");
    }

    @BeforeEach
    void history() {
        var sequences = new HashMap<String, Long>();
        List<GenericDomainEventMessage<ShipmentEvent>> messages = Histories.of(5, 20, 100, prefix).stream()
                .map(event -> message(event, sequences.merge(event.shipmentId().value(), 1L, Long::sum) - 1))
                .toList();
        events.publish(messages);
    }

    private static GenericDomainEventMessage<ShipmentEvent> message(ShipmentEvent event, long sequence) {
        var metadata = ActorMetaData.of(Actor.system(), "test");
        return new GenericDomainEventMessage<>(
                "Shipment", event.shipmentId().value(), sequence, new GenericMessage<>(event, metadata), event.at());
    }

    private HttpResponse<String> send(String user, String method, String path, Map<String, String> headers) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic);
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(String user, String path) {
        HttpResponse<String> answer = send(user, "GET", path, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void caughtUp() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> StreamSupport.stream(json("admin", PROJECTIONS).spliterator(), false)
                        .allMatch(p -> p.path("lag").asInt() == 0));
    }

    @Test
    void every_projection_follows_the_log_and_none_has_anything_parked() {
        caughtUp();
        JsonNode projections = json("admin", PROJECTIONS);
        assertThat(StreamSupport.stream(projections.spliterator(), false)
                        .map(p -> p.path("name").asString()))
                .containsExactly("audittrail", "casefile", "caselists", "outcomes", "reporting", "workqueue");
        assertThat(projections).allSatisfy(p -> {
            assertThat(p.path("parked").asInt()).as(p.toString()).isZero();
            assertThat(p.has("error")).as(p.toString()).isFalse();
            assertThat(p.path("events").asInt()).isPositive();
        });
    }

    @Test
    void an_answer_says_up_to_where_it_is_true_and_a_question_can_ask_for_more() {
        caughtUp();
        long head = json("admin", PROJECTIONS + "/casefile").path("head").asLong();
        var answer =
                send("inspector", "GET", "/api/v1/shipments/" + prefix + "0", Map.of(POSITION, Long.toString(head)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong(POSITION).orElseThrow()).isGreaterThanOrEqualTo(head);
    }

    @Test
    void a_question_for_a_position_beyond_the_log_is_refused_at_once() {
        var late = send("inspector", "GET", "/api/v1/queues", Map.of(POSITION, "900000000000"));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("/problems/position-beyond-log").contains("\"head\":");
        assertThat(send("inspector", "GET", "/api/v1/queues", Map.of(POSITION, "soon"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_rebuild_is_accepted_and_can_be_followed_to_its_end() {
        caughtUp();
        int before =
                json("admin", PROJECTIONS + "/workqueue").path("generation").asInt();
        var accepted = send("admin", "POST", PROJECTIONS + "/workqueue/rebuild", Map.of());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json("admin", location).path("generation").asInt() == before + 1);
        assertThat(json("admin", location).has("rebuild")).isFalse();
    }

    @Test
    void only_those_who_run_the_system_see_and_rebuild_projections() {
        assertThat(send("supervisor", "GET", PROJECTIONS, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(send("inspector", "POST", PROJECTIONS + "/workqueue/rebuild", Map.of())
                        .statusCode())
                .isEqualTo(403);
        var unknown = send("admin", "POST", PROJECTIONS + "/attic/rebuild", Map.of());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("/problems/unknown-projection");
    }

    @Test
    void health_and_metrics_tell_of_the_projections() {
        caughtUp();
        assertThat(json("admin", "/actuator/health")
                        .at("/components/projections/details/casefile/parked")
                        .asInt(-1))
                .isZero();
        assertThat(json("admin", "/actuator/health/readiness").path("status").asString())
                .isEqualTo("UP");
        assertThat(json("admin", "/actuator/metrics/holdfast.projection.lag")
                        .at("/measurements/0/value")
                        .asDouble(-1))
                .isZero();
    }

    @Test
    void nothing_parked_means_nothing_to_retry() {
        caughtUp();
        var done = send("admin", "POST", PROJECTIONS + "/casefile/retry", Map.of());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("\"folded\":0").contains("\"parked\":0");
    }
}
