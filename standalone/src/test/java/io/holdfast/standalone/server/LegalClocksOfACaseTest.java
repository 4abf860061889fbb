package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.standalone.Api;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The whole system with a clock that the test moves: what the law prescribes appears in the queue, the audit trail and
 * the case file.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LegalClocksOfACaseTest {
    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private static final Moved CLOCK = new Moved();
    private static ConfigurableApplicationContext context;
    private static Api inspector;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(StandaloneApplication.class)
                .profiles("demo")
                .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", CLOCK))
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + MONGO.connectionString(),
                        "--holdfast.clocks.interval=PT0.1S",
                        "--holdfast.clocks.closed=2026-12-02");
        var server = ((WebServerApplicationContext) context).getWebServer();
        inspector = new Api("http://localhost:" + server.getPort(), "inspector");
    }

    @AfterAll
    static void stop() {
        context.close();
        MONGO.close();
    }

    @Test
    void presented_goods_on_which_nobody_decides_rise_in_the_queue_and_reach_the_supervisors() {
        String path = "/shipments/LC-1";
        inspector.as("supervisor").target("LC-1", "2704", "MANUAL");
        inspector.post(path + "/holds", """
                {"type": "MANIFEST", "reason": "check", "location": "Pier 4"}""");
        String exam = inspector
                .post(path + "/exams", "{\"type\": \"INTENSIVE\"}")
                .path("id")
                .asString();
        inspector.post(path + "/exams/" + exam + "/start", "{}");

        JsonNode running = rowWith("exams", "RUNNING");
        assertThat(running.path("clocks").get(0).path("due").asString()).isEqualTo("2026-12-05T04:59:59.999Z");
        assertThat(points(running)).containsExactly(30, 10, 0, 0, 0);

        CLOCK.to("2026-12-03T05:00:00Z"); // the 2nd was a closed day, so two business days are left
        assertThat(points(rowWith("exams", "WARNED"))).containsExactly(30, 60, 30, 0, 0);

        CLOCK.to("2026-12-05T05:00:00Z");
        JsonNode escalated = rowWith("exams", "ESCALATED");
        assertThat(points(escalated)).containsExactly(30, 120, 38, 0, 100);
        assertThat(escalated.path("priority").path("total").asInt()).isEqualTo(288);
        assertThat(inspector.as("supervisor").get("/queues/escalated").path("items"))
                .hasSize(1);

        assertThat(inspector
                        .as("auditor")
                        .get("/audit?shipment=LC-1&actor=holdfast")
                        .path("items"))
                .extracting(entry -> entry.path("action").asString())
                .containsExactlyInAnyOrder(
                        "shipment.clock-warned",
                        "shipment.clock-breached",
                        "shipment.clock-started",
                        "shipment.escalated");
        JsonNode file = inspector.get(path);
        assertThat(file.path("detention").path("act").path("by").asString()).isEqualTo("holdfast");
        assertThat(file.path("clocks"))
                .extracting(clock -> clock.path("clock").asString())
                .containsExactly("DETENTION_DECISION", "DETENTION_NOTICE", "DEEMED_EXCLUSION");
    }

    /** The row of the only case, once its first clock is in this state. */
    private static JsonNode rowWith(String queue, String state) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> inspector.get("/queues/" + queue).path("items").path(0),
                        row -> row.path("clocks")
                                .path(0)
                                .path("state")
                                .asString("")
                                .equals(state));
    }

    private static List<Integer> points(JsonNode row) {
        return row.path("priority")
                .path("shares")
                .valueStream()
                .map(share -> share.path("points").asInt())
                .toList();
    }

    /** A clock that stands still until it is moved. */
    private static final class Moved extends Clock {
        private volatile Instant now = Instant.parse("2026-11-25T16:00:00Z");

        void to(String moment) {
            now = Instant.parse(moment);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
