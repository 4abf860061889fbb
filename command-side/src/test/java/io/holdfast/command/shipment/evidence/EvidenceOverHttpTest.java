package io.holdfast.command.shipment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.holdfast.command.HttpTest;
import io.holdfast.runtime.evidence.Digests;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.EvidenceFiles.Received;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import io.holdfast.value.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = "holdfast.evidence.max-size=1MB")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceOverHttpTest extends HttpTest {
    private static final int LIMIT = 1024 * 1024;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private EventStore log;

    @Autowired
    private MongoClient mongo;

    @Autowired
    private EvidenceProperties properties;

    @Test
    void a_file_is_stored_as_it_came_and_the_event_names_it_by_its_digest() throws IOException {
        String shipment = targeted();
        byte[] photo = jpeg(LIMIT);

        HttpResponse<String> answer = upload(shipment, "fileName=seal%20%C3%A9.jpg", "image/jpeg", photo);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Evidence named = evidence(shipment).getFirst();
        assertThat(named).isEqualTo(new Evidence("seal é.jpg", "image/jpeg", LIMIT, digest(photo)));
        assertThat(json(answer).path("id").asString()).isNotBlank();
        assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(stored(shipment, named.sha256())).isEqualTo(photo);
        assertThat(waiting(shipment)).isZero();
    }

    @Test
    void what_is_said_of_the_digest_is_held_against_the_bytes() {
        String shipment = targeted();
        byte[] photo = jpeg(1000);
        String right = "fileName=a.jpg&sha256=" + digest(photo).value();

        assertThat(upload(shipment, right, "image/jpeg", photo).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = upload(shipment, right, "image/jpeg", jpeg(1001));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("field").asString()).isEqualTo("sha256");
        assertThat(evidence(shipment)).hasSize(1);
        assertThat(copies(shipment)).isEqualTo(1);
    }

    @Test
    void the_same_file_again_is_another_entry_and_stored_once() {
        String shipment = targeted();
        byte[] photo = jpeg(300_000);
        upload(shipment, "fileName=a.jpg", "image/jpeg", photo);
        upload(shipment, "fileName=b.jpg", "image/jpeg", photo);

        assertThat(evidence(shipment)).extracting(Evidence::fileName).containsExactly("a.jpg", "b.jpg");
        assertThat(copies(shipment)).isEqualTo(1);
        assertThat(waiting(shipment)).isZero();
    }

    @Test
    void the_same_file_again_mends_one_that_was_altered() throws IOException {
        String shipment = targeted();
        byte[] photo = jpeg(300_000);
        upload(shipment, "fileName=a.jpg", "image/jpeg", photo);
        Document file = collection("files")
                .find(new Document("metadata.shipment", shipment))
                .first();
        collection("chunks").deleteOne(new Document("files_id", file.get("_id")).append("n", 1));
        assertThatThrownBy(() -> stored(shipment, digest(photo))).isInstanceOf(IOException.class);

        upload(shipment, "fileName=a.jpg", "image/jpeg", photo);
        assertThat(stored(shipment, digest(photo))).isEqualTo(photo);
    }

    @ParameterizedTest
    @CsvSource({
        "MZ program, application/pdf, 422",
        "MZ program, text/plain, 422",
        "#!/bin/sh, text/csv, 422",
        "%PDF-1.7 page, image/png, 422",
        "'', text/plain, 422",
        "MZ program, application/x-msdownload, 415",
        "%PDF-1.7 page, application/octet-stream, 415",
        "%PDF-1.7 page, 'multipart/form-data; boundary=x', 415",
        "%PDF-1.7 page, 'application/pdf; version=1', 201",
        "%PDF-1.7 page, application/x-pdf, 201",
        "'\n %PDF-1.7 page', application/pdf, 201",
        "\uFEFF%PDF-1.7 page, application/pdf, 201",
        "plain words, text/plain;charset=windows-1252, 201",
        "plain words, text/plain, 201"
    })
    void a_file_is_what_it_is_said_to_be_and_of_a_type_on_the_list(String bytes, String type, int status) {
        String shipment = targeted();
        assertThat(upload(shipment, "fileName=a", type, bytes.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(status);
        assertThat(evidence(shipment)).hasSize(status == 201 ? 1 : 0);
        assertThat(copies(shipment)).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void a_file_that_is_too_large_is_refused_whether_or_not_it_says_so() {
        String shipment = targeted();
        assertThat(upload(shipment, "fileName=a.jpg", "image/jpeg", jpeg(LIMIT + 1))
                        .statusCode())
                .isEqualTo(413);
        byte[] large = jpeg(LIMIT + 1);
        HttpResponse<String> unannounced = upload(
                shipment,
                "fileName=a.jpg",
                "image/jpeg",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(json(unannounced).path("type").asString()).isEqualTo("/problems/too-large");
        assertThat(evidence(shipment)).isEmpty();
        assertThat(copies(shipment) + chunksOfNobody() + waiting(shipment)).isZero();
    }

    @Test
    void a_refused_command_leaves_no_file() {
        String shipment = targeted();
        HttpResponse<String> stale = upload(
                shipment,
                "fileName=a.jpg",
                "image/jpeg",
                BodyPublishers.ofByteArray(jpeg(300_000)),
                "If-Match",
                "\"9\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(upload("W-none", "fileName=a.jpg", "image/jpeg", jpeg(10)).statusCode())
                .isEqualTo(404);
        assertThat(upload(shipment, "fileName=a%2Fb.jpg", "image/jpeg", jpeg(10))
                        .statusCode())
                .isEqualTo(422);
        assertThat(upload(shipment, "name=a.jpg", "image/jpeg", jpeg(10)).statusCode())
                .isEqualTo(400);
        assertThat(copies(shipment) + copies("W-none") + chunksOfNobody() + waiting(shipment))
                .isZero();
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing() {
        var breaking = new SequenceInputStream(new ByteArrayInputStream(jpeg(600_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        });
        String shipment = targeted();
        try {
            upload(shipment, "fileName=a.jpg", "image/jpeg", BodyPublishers.ofInputStream(() -> breaking));
        } catch (java.io.UncheckedIOException expected) {
            assertThat(expected).isNotNull();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(copies(shipment) + chunksOfNobody() + waiting(shipment))
                        .isZero());
        assertThat(evidence(shipment)).isEmpty();
    }

    @Test
    void a_file_of_which_the_store_lost_a_part_is_answered_with_503_and_leaves_nothing() {
        String shipment = targeted();

        HttpResponse<String> lost = uploadInTwoParts(
                shipment,
                () -> await().atMost(Duration.ofSeconds(30))
                        .until(() -> collection("chunks")
                                        .deleteMany(new Document("files_id", waitingIdOf(shipment)))
                                        .getDeletedCount()
                                > 0));

        assertThat(lost.statusCode()).as(lost.body()).isEqualTo(503);
        assertThat(json(lost).path("type").asString()).isEqualTo("/problems/file-not-stored");
        assertThat(lost.headers().firstValue("Retry-After")).isPresent();
        nothingStaysOf(shipment);
        assertThat(upload(shipment, "fileName=a.jpg", "image/jpeg", jpeg(600_000))
                        .statusCode())
                .isEqualTo(201);
    }

    /** Uploads a photograph whose second half arrives after the action. */
    private HttpResponse<String> uploadInTwoParts(String shipment, Runnable meanwhile) {
        byte[] photo = jpeg(900_000);
        var second = new InputStream() {
            private final InputStream rest = new ByteArrayInputStream(photo, 600_000, 300_000);
            private boolean happened;

            @Override
            public int read() throws IOException {
                if (!happened) {
                    happened = true;
                    meanwhile.run();
                }
                return rest.read();
            }
        };
        var both = new SequenceInputStream(new ByteArrayInputStream(photo, 0, 600_000), second);
        return upload(shipment, "fileName=a.jpg", "image/jpeg", BodyPublishers.ofInputStream(() -> both));
    }

    private Object waitingIdOf(String shipment) {
        Document waiting =
                collection("waiting").find(new Document("shipment", shipment)).first();
        return waiting == null ? "none" : waiting.get("_id");
    }

    private void nothingStaysOf(String shipment) {
        assertThat(copies(shipment) + chunksOfNobody() + waiting(shipment)).isZero();
        assertThat(evidence(shipment)).isEmpty();
    }

    @Test
    void what_a_crash_left_is_kept_where_an_event_names_it_and_removed_elsewhere() throws IOException {
        String named = targeted();
        String unnamed = targeted();
        byte[] photo = jpeg(300_000);
        Received crashed = files.receive(new ShipmentId(named), new ByteArrayInputStream(photo), LIMIT);
        files.receive(new ShipmentId(unnamed), new ByteArrayInputStream(photo), LIMIT);
        post("inspector", path(named, "/evidence"), """
            {"fileName": "a.jpg", "mediaType": "image/jpeg", "sizeInBytes": 300000, "sha256": "%s"}\
            """.formatted(
                        crashed.sha256().value()));

        var elapsed = new AtomicLong();
        var sweep = new OrphanedFileSweeper(files, log, Clock.systemUTC(), elapsed::get, properties);
        sweep.settle();
        elapsed.addAndGet(Duration.ofMinutes(59).toNanos());
        sweep.settle();
        assertThat(waiting(named) + waiting(unnamed)).isEqualTo(2);
        for (int round = 0; round < 2; round++) {
            elapsed.addAndGet(Duration.ofHours(1).toNanos());
            sweep.settle();
            sweep.settle();
        }
        assertThat(waiting(named) + waiting(unnamed)).isZero();
        assertThat(stored(named, digest(photo))).isEqualTo(photo);
        assertThat(copies(unnamed) + chunksOfNobody()).isZero();
    }

    /** A synonym on the list is recorded under the standard name, whatever the sender called it. */
    @Test
    void a_declared_synonym_is_recorded_under_the_usual_name() {
        String shipment = targeted();
        assertThat(upload(shipment, "fileName=a.jpg", "image/jpg", jpeg(10)).statusCode())
                .isEqualTo(201);
        assertThat(evidence(shipment)).extracting(Evidence::mediaType).containsExactly("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo%E2%80%AEgpj.exe",
                "a%0D%0Ab.jpg",
                "..%5Ca.jpg",
                "a..jpg",
                "con.jpg",
                ".a.jpg",
                "a.jpg%20",
                "%E2%81%A6a.jpg"
            })
    void a_name_that_hides_something_is_refused_with_the_reason_both_with_the_file_and_as_a_description(String name) {
        String shipment = targeted();
        HttpResponse<String> refused = upload(shipment, "fileName=" + name, "image/jpeg", jpeg(10));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).path("field").asString()).isEqualTo("fileName");
        String plain = URLDecoder.decode(name, StandardCharsets.UTF_8).strip();
        if (!plain.equals("a.jpg")) {
            HttpResponse<String> described = post("inspector", path(shipment, "/evidence"), """
                {"fileName": %s, "mediaType": "image/jpeg", "sizeInBytes": 3, "sha256": "%s"}\
                """.formatted(
                            JsonMapper.shared().writeValueAsString(plain), "0".repeat(64)));
            assertThat(described.statusCode()).as(described.body()).isEqualTo(422);
        }
        assertThat(evidence(shipment)).isEmpty();
    }

    private HttpResponse<String> upload(String shipment, String query, String type, byte[] bytes) {
        return upload(shipment, query, type, BodyPublishers.ofByteArray(bytes));
    }

    private HttpResponse<String> upload(
            String shipment, String query, String type, BodyPublisher body, String... headers) {
        return send(request("inspector", path(shipment, "/evidence?" + query), headers)
                .header("Content-Type", type)
                .POST(body));
    }

    private List<Evidence> evidence(String shipment) {
        return log.readEvents(shipment)
                .asStream()
                .map(EventMessage::getPayload)
                .filter(EvidenceAttached.class::isInstance)
                .map(event -> ((EvidenceAttached) event).evidence())
                .toList();
    }

    private byte[] stored(String shipment, Sha256 digest) throws IOException {
        try (var in = files.open(new ShipmentId(shipment), digest).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private long copies(String shipment) {
        return collection("files").countDocuments(new Document("metadata.shipment", shipment));
    }

    private long waiting(String shipment) {
        return collection("waiting").countDocuments(new Document("shipment", shipment));
    }

    private long chunksOfNobody() {
        var known = collection("files").distinct("_id", String.class).into(new java.util.ArrayList<>());
        return collection("chunks").countDocuments(new Document("files_id", new Document("$nin", known)));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getDatabase("holdfast").getCollection("evidence." + name);
    }

    private static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, bytes, 0, 3);
        return bytes;
    }

    private static Sha256 digest(byte[] bytes) {
        var digest = Digests.start();
        digest.update(bytes);
        return Digests.end(digest);
    }
}
