package io.holdfast.projection.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.QuerySideApplication;
import io.holdfast.projection.support.Commits;
import io.holdfast.projection.support.TestMongo;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ExamOrdered;
import io.holdfast.shipment.event.ShipmentEvent.ExamWaived;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole query side on a log of random walks, queried over HTTP by callers of any role and scope. */
@SpringBootTest(
        classes = QuerySideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "holdfast.security.jwt-issuer=https://issuer.example",
            "holdfast.security.audience=holdfast",
            "holdfast.reports.ports.2704.region=Coastal Border",
            "holdfast.reports.ports.2704.area=Los Angeles Field Office",
            "holdfast.reports.ports.2304.region=Southwest Border",
            "holdfast.reports.ports.2304.component=Office of Field Operations"
        })
@Import(QuerySideOverHttp.ReadableTokens.class)
public abstract class QuerySideOverHttp {
    protected static final List<ShipmentEvent> EVENTS = events();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATABASE = "holdfast-test-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private LiveGenerations models;

    @Autowired
    private Log log;

    /** Exams of one shipment that both units waive, so that there are enough of like ones to compare; then histories. */
    private static List<ShipmentEvent> events() {
        var events = new ArrayList<ShipmentEvent>();
        var id = new ShipmentId("ALIKE");
        Instant at = Histories.START;
        events.add(new ShipmentTargeted(id, Histories.declaration(id, "2704"), SelectionBasis.MANUAL, null, "tip", at));
        for (int n = 1; n <= 60; n++) {
            var exam = new ExamId("alike-" + n);
            events.add(new ExamOrdered(id, exam, ExamType.DOCUMENT_REVIEW, null, null, at));
            events.add(new ExamWaived(id, exam, WaiverReason.RESOURCE_CONSTRAINT, null, at));
        }
        events.addAll(Histories.of(77, 150, 2500));
        return List.copyOf(events);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> TestMongo.uri().replaceFirst("(:[0-9]+)/[^?]*", "$1/" + DATABASE));
    }

    @BeforeEach
    void caughtUp() {
        log.appendOnce();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (String projection : List.of("workqueue", "outcomes", "reporting")) {
                assertThat(models.position(projection)).isGreaterThanOrEqualTo(log.head());
            }
        });
    }

    /** Sends a GET for JSON as {@code ROLES@PORTS}, such as {@code SUPERVISOR,ANALYST@*}. */
    protected HttpResponse<String> get(String caller, String path) {
        return get(caller, path, "application/json");
    }

    protected HttpResponse<String> get(String caller, String path, String accept) {
        return send(caller, "GET", path, null, accept);
    }

    /** Sends a request, with a JSON body if one is given. */
    protected HttpResponse<String> send(String caller, String method, String path, String body, String accept) {
        String token = URLEncoder.encode(caller, StandardCharsets.US_ASCII)
                .replace("%", "~")
                .replace("*", "~2A");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected JsonNode json(String caller, String path) {
        HttpResponse<String> answer = get(caller, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    protected static JsonNode parsed(String json) {
        return JSON.readTree(json);
    }

    protected void refused(String caller, String path, int status, String type, String field) {
        for (String accept : List.of("application/json", "*/*")) {
            HttpResponse<String> answer = get(caller, path, accept);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
            assertThat(problem.path("field").asString("")).isEqualTo(field);
        }
    }

    /** Accepts tokens that name the caller in plain text: signatures are tested elsewhere. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ReadableTokens {
        @Bean
        JwtDecoder readableTokens() {
            return token -> {
                String[] caller = java.net.URLDecoder.decode(token.replace("~", "%"), StandardCharsets.US_ASCII)
                        .split("@", -1);
                return Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject("ann")
                        .claim("roles", List.of(caller[0].split(",")))
                        .claim("ports", caller[1].isEmpty() ? List.of() : List.of(caller[1].split(",")))
                        .expiresAt(Instant.now().plusSeconds(600))
                        .build();
            };
        }

        @Bean
        Log log(EventStore events) {
            return new Log(events);
        }
    }

    /** Appends a rule set and then the walks. */
    static final class Log {
        private final EventStore events;
        private boolean appended;

        Log(EventStore events) {
            this.events = events;
        }

        synchronized void appendOnce() {
            if (!appended) {
                appended = true;
                var payloads = new ArrayList<Object>();
                payloads.add(published());
                payloads.addAll(EVENTS);
                Commits.append(events, Deliveries.projected(payloads), Log::metadata);
            }
        }

        /** The cases belong to two units, whatever their ports. */
        private static Map<String, String> metadata(long position) {
            return Map.of(MetadataKeys.ACTOR, "tester", MetadataKeys.PORT, position % 3 == 0 ? "9901" : "9902");
        }

        long head() {
            return events.createHeadToken().position().orElseThrow();
        }

        private static RuleSetPublished published() {
            var rule = new Rule(new RuleId("precursor"), "=why", "hs6 == \"293336\"", 12.5, "Look, \"closely\"");
            return new RuleSetPublished(
                    new RuleSetRef(1, new Sha256("ab".repeat(32))),
                    new RuleSet("first", List.of(rule), 10, 0.02, 17),
                    Histories.START);
        }
    }
}
