package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.standalone.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Unreadable events, and a log restored from a copy older than the read models: the whole system, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpoiltAndRestoredLogTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Ways in which an event may be damaged in the store. */
    private static final Map<String, UnaryOperator<Document>> SPOILT = Map.of(
            "PAYLOAD", event -> event.append("payload", "{\"nonsense\":true}"),
            "NAME", event -> event.append("name", "shipment.of-a-later-release"),
            "METADATA", event -> event.append("metadata", "{broken"),
            "NUMBER", event -> event.append("payload", 42));

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.connectionString());
    private final MongoDatabase database = client.getDatabase("holdfast");
    private final MongoCollection<Document> log = database.getCollection("events");

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private ConfigurableApplicationContext start() {
        String uri = mongo.connectionString().replaceFirst("(:[0-9]+).*", "$1/holdfast");
        return new SpringApplicationBuilder(StandaloneApplication.class)
                .profiles("demo")
                .run("--server.port=0", "--spring.mongodb.uri=" + uri, "--holdfast.projections.watch-interval=100ms");
    }

    private static Api supervisor(ConfigurableApplicationContext system) {
        return new Api(
                "http://localhost:"
                        + ((WebServerApplicationContext) system).getWebServer().getPort(),
                "supervisor");
    }

    private static void open(Api api, String shipment) {
        api.target(shipment, "1001", "MANUAL");
    }

    @Test
    void events_that_cannot_be_read_stop_nobody_and_are_taken_up_when_they_can() throws Exception {
        try (var system = start()) {
            SPOILT.keySet().forEach(shipment -> open(supervisor(system), shipment));
            open(supervisor(system), "FINE");
        }
        List<Document> original = log.find().into(new ArrayList<>());
        SPOILT.forEach(this::spoil);
        forgetReadModels();
        try (var system = start()) {
            Api supervisor = supervisor(system);
            open(supervisor, "NEW");
            awaitQueue(supervisor, "FINE", "NEW");
            assertThat(readiness(supervisor).statusCode()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> reader(supervisor, "workqueue").path("parked").asInt() == 4);
            assertThat(reader(supervisor, "workqueue")
                            .path("first")
                            .path("reason")
                            .asString())
                    .isNotBlank();
            isRefusedClearly(supervisor.answerTo("/shipments/PAYLOAD/notes", "{\"text\": \"a note\"}"));
            isRefusedClearly(supervisor.answer("/shipments/PAYLOAD?version=1", "application/json"));
            Api.ok(supervisor.answerTo("/shipments/FINE/notes", "{\"text\": \"a note\"}"));

            original.forEach(block -> log.replaceOne(new Document("_id", block.get("_id")), block));
            supervisor.as("admin").post("/admin/readers/workqueue/retry", "");
            assertThat(reader(supervisor, "workqueue").path("parked").asInt()).isZero();
            awaitQueue(supervisor, "FINE", "METADATA", "NAME", "NEW", "NUMBER", "PAYLOAD");
        }
    }

    private static void isRefusedClearly(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/unreadable-event");
        assertThat(problem.path("aggregate").asString()).isEqualTo("PAYLOAD");
        assertThat(problem.path("version").asInt()).isEqualTo(1);
    }

    private void spoil(String shipment, UnaryOperator<Document> how) {
        for (Document block : log.find().into(new ArrayList<>())) {
            List<Document> events = block.getList("events", Document.class);
            for (int i = 0; i < events.size(); i++) {
                if (shipment.equals(events.get(i).getString("aggregate"))) {
                    var spoilt = new Document("events." + i, how.apply(new Document(events.get(i))));
                    log.updateOne(new Document("_id", block.get("_id")), new Document("$set", spoilt));
                    return;
                }
            }
        }
        throw new AssertionError("no event of " + shipment);
    }

    private void forgetReadModels() {
        database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !name.startsWith("events") && !name.startsWith("system"))
                .forEach(name -> database.getCollection(name).drop());
    }

    @Test
    void after_the_restore_of_an_older_log_a_node_is_not_ready_until_its_read_models_are_rebuilt() throws Exception {
        try (var system = start()) {
            open(supervisor(system), "OLD");
            awaitQueue(supervisor(system), "OLD");
        }
        List<Document> older = log.find().into(new ArrayList<>());
        try (var system = start()) {
            open(supervisor(system), "LOST");
            awaitQueue(supervisor(system), "LOST", "OLD");
        }
        log.deleteMany(new Document());
        log.insertMany(older);
        try (var system = start()) {
            Api supervisor = supervisor(system);
            assertThat(readiness(supervisor).statusCode()).isEqualTo(503);
            assertThat(readiness(supervisor.as("admin")).body()).contains("stands at position", "/rebuild");
            rebuildAll(supervisor);
            open(supervisor, "AFTER");
            awaitQueue(supervisor, "AFTER", "OLD");
        }
    }

    @Test
    void a_log_that_is_replaced_under_a_running_process_is_noticed_whether_shorter_longer_or_only_different()
            throws Exception {
        try (var system = start()) {
            Api supervisor = supervisor(system);
            open(supervisor, "OLD");
            awaitQueue(supervisor, "OLD");
            List<Document> older = log.find().into(new ArrayList<>());
            open(supervisor, "LOST");
            awaitQueue(supervisor, "LOST", "OLD");
            noted(supervisor, "\"2\"");
            noted(supervisor, "\"3\"");
            List<Document> newer = log.find().into(new ArrayList<>());

            isNoticed(supervisor, older);
            awaitQueue(supervisor, "OLD");
            noted(supervisor, "\"2\"");
            open(supervisor, "OTHER");
            noted(supervisor, "\"3\"");
            awaitQueue(supervisor, "OLD", "OTHER");
            List<Document> different = log.find().into(new ArrayList<>());
            open(supervisor, "MORE");
            awaitQueue(supervisor, "MORE", "OLD", "OTHER");
            List<Document> longer = log.find().into(new ArrayList<>());
            assertThat(different).hasSameSizeAs(newer);

            isNoticed(supervisor, newer);
            awaitQueue(supervisor, "LOST", "OLD");
            isNoticed(supervisor, different);
            awaitQueue(supervisor, "OLD", "OTHER");
            isNoticed(supervisor, newer);
            isNoticed(supervisor, longer);
            awaitQueue(supervisor, "MORE", "OLD", "OTHER");
            open(supervisor, "AFTER");
            awaitQueue(supervisor, "AFTER", "MORE", "OLD", "OTHER");
        }
    }

    /** The case is cached by now, in its state before the restore. */
    private static void noted(Api supervisor, String version) {
        var noted = supervisor.answerTo("/shipments/OLD/notes", "{\"text\": \"a note\"}");
        Api.ok(noted);
        assertThat(noted.headers().firstValue("ETag")).hasValue(version);
    }

    private void isNoticed(Api supervisor, List<Document> blocks) throws Exception {
        log.deleteMany(new Document());
        log.insertMany(blocks);
        await().atMost(PATIENCE).until(() -> readiness(supervisor).statusCode() == 503);
        assertThat(readiness(supervisor.as("admin")).body()).contains("restored or replaced", "/rebuild");
        rebuildAll(supervisor);
    }

    private static void rebuildAll(Api supervisor) {
        Api admin = supervisor.as("admin");
        await().atMost(PATIENCE).until(() -> {
            for (JsonNode reader : admin.get("/admin/readers")) {
                if (!reader.path("departed").isNull()) {
                    admin.answerTo("/admin/readers/" + reader.path("name").asString() + "/rebuild", "");
                }
            }
            return readiness(supervisor).statusCode() == 200
                    && admin.get("/admin/projections")
                            .valueStream()
                            .allMatch(projection -> projection.path("rebuild").isNull()
                                    || projection.path("rebuild").isMissingNode());
        });
    }

    private static void awaitQueue(Api api, String... shipments) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get("/queues/to-triage").path("items"))
                        .extracting(row -> row.path("shipmentId").asString())
                        .containsExactlyInAnyOrder(shipments));
    }

    private static JsonNode reader(Api api, String name) {
        return api.as("admin")
                .get("/admin/readers")
                .valueStream()
                .filter(reader -> reader.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> readiness(Api api) throws IOException, InterruptedException {
        String both = java.util.Base64.getEncoder().encodeToString((api.user() + ":" + api.user()).getBytes());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api.url() + "/actuator/health/readiness"))
                                .header("Authorization", "Basic " + both)
                                .build(),
                        BodyHandlers.ofString());
    }
}
