package io.holdfast.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.support.Commits;
import io.holdfast.projection.support.TestMongo;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

/**
 * The whole query side on random walks, one complete history and a rule set, queried over HTTP by callers of any role
 * and scope.
 */
@SpringBootTest(
        classes = QuerySideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"holdfast.security.jwt-issuer=https://issuer.example", "holdfast.security.audience=holdfast"})
@Import(CasesOverHttp.Readable.class)
public abstract class CasesOverHttp {
    protected static final List<Object> EVENTS = events();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATABASE = "holdfast-cases-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private LiveGenerations models;

    @Autowired
    private Log log;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> TestMongo.uri().replaceFirst("(:[0-9]+)/[^?]*", "$1/" + DATABASE));
    }

    private static List<Object> events() {
        var events = new ArrayList<Object>();
        events.addAll(Histories.of(23, 60, 900));
        events.addAll(OneOfEach.history());
        var formula = new ShipmentId("FORMULA");
        events.add(new ShipmentTargeted(
                formula, Histories.declaration(formula, "2704"), SelectionBasis.MANUAL, null, "=1+1", Histories.START));
        events.add(new HoldPlaced(
                formula, new HoldId("h"), HoldType.MANIFEST, null, "@SUM(A1)", "a, \"quoted\"\npier", Histories.START));
        events.add(new RuleSetActivated(new RuleSetRef(1, new Sha256("ab".repeat(32))), "first", Histories.START));
        return List.copyOf(events);
    }

    @BeforeEach
    void caughtUp() {
        log.appendOnce();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (String projection : List.of("casefile", "caselists", "audittrail")) {
                assertThat(models.position(projection)).isGreaterThanOrEqualTo(log.head());
            }
        });
    }

    /** Sends a GET as {@code ROLES@PORTS}, such as {@code SUPERVISOR,ANALYST@*}. */
    protected HttpResponse<String> get(String caller, String path, String... headers) {
        String token = URLEncoder.encode(caller, StandardCharsets.US_ASCII)
                .replace("%", "~")
                .replace("*", "~2A");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** All pages in order. */
    protected List<JsonNode> pages(String caller, String path) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            JsonNode page = json(caller, path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** How many events the log has; classes that share it have added some. */
    protected long eventsInTheLog() {
        return log.count();
    }

    protected void refused(String caller, String path, int status, String type, String field) {
        HttpResponse<String> answer = get(caller, path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(parsed(answer.body()).path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(parsed(answer.body()).path("field").asString("")).isEqualTo(field);
    }

    /** Accepts tokens that name the caller in plain text: signatures are tested elsewhere. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Readable {
        @Bean
        JwtDecoder readableTokens() {
            return token -> {
                String[] caller = URLDecoder.decode(token.replace("~", "%"), StandardCharsets.US_ASCII)
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

    /** Appends the events once. */
    static final class Log {
        private final EventStore events;
        private boolean appended;

        Log(EventStore events) {
            this.events = events;
        }

        synchronized void appendOnce() {
            if (!appended) {
                appended = true;
                if (events.lastSequenceNumberFor(OneOfEach.ID.value()).isPresent()) {
                    return; // another application on the same database has appended them
                }
                Commits.append(events, Deliveries.projected(EVENTS), Log::by);
            }
        }

        private static Map<String, String> by(long position) {
            return Map.of(
                    MetadataKeys.ACTOR, "user-" + position % 3,
                    MetadataKeys.ROLES, "INSPECTOR,SUPERVISOR",
                    MetadataKeys.PORT, "2704",
                    MetadataKeys.ADDRESS, "10.0.0." + position % 3,
                    MetadataKeys.CORRELATION_ID, "corr-" + position / 5,
                    MetadataKeys.CAUSATION_ID, "cause-" + position);
        }

        long count() {
            var stream = events.openStream(null);
            try {
                long count = 0;
                while (stream.hasNextAvailable()) {
                    stream.nextAvailable();
                    count++;
                }
                return count;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                stream.close();
            }
        }

        long head() {
            return events.createHeadToken().position().orElseThrow();
        }
    }
}
