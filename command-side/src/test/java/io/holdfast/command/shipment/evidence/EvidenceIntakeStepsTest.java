package io.holdfast.command.shipment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.holdfast.command.shipment.evidence.EvidenceService.Incoming;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.runtime.evidence.Digests;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.NotStoredException;
import io.holdfast.runtime.evidence.mongo.MongoEvidenceFiles;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * The upload of a file until its event, with a crash, a sweep or another upload at each step. The law: a file that an
 * event names can be read unchanged, and nothing remains of a file that no event names.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceIntakeStepsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ShipmentId CASE = new ShipmentId("S1");
    private static final byte[] PHOTO = photo();
    private static final Sha256 DIGEST = digest(PHOTO);
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EvidenceProperties PROPERTIES = new EvidenceProperties(
            DataSize.ofMegabytes(5),
            List.of("image/jpeg"),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofDays(7));

    private static EmbeddedMongo server;
    private static MongoClient client;

    private MongoDatabase database;
    private EventStore log;
    private final AtomicLong nanos = new AtomicLong();
    private Instant now = NOON;
    private OrphanedFileSweeper sweep;
    private int events;

    @BeforeAll
    static void start() {
        server = EmbeddedMongo.inMemory();
        client = MongoClients.create(server.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void empty() {
        database = client.getDatabase("evidence" + DATABASES.incrementAndGet());
        log = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        sweep = new OrphanedFileSweeper(files(database), log, new MovedClock(), nanos::get, PROPERTIES);
        events = 0;
        now = NOON;
    }

    @Test
    void a_file_that_comes_slowly_is_not_swept_while_it_comes() throws IOException {
        var slow = new Steps(PHOTO, () -> {
            pass(Duration.ofMinutes(31));
            sweep.settle();
        });
        var received = files(database).receive(CASE, slow, PHOTO.length);
        assertThat(received.sha256()).isEqualTo(DIGEST);
        assertThat(slow.steps).isGreaterThan(10);
        assertThat(database.getCollection("evidence.files").countDocuments()).isOne();
    }

    @Test
    void a_file_that_comes_too_slowly_is_refused_before_any_sweep_could_take_it_and_nothing_stays() {
        var slow = new Steps(PHOTO, () -> pass(Duration.ofMinutes(2)));
        assertThatThrownBy(() -> take(database, CASE, slow)).isInstanceOf(UploadTooSlowException.class);
        assertThat(left()).isZero();
        assertThatThrownBy(() -> new EvidenceProperties(
                        DataSize.ofMegabytes(1),
                        List.of(),
                        Duration.ofMinutes(31),
                        Duration.ofHours(1),
                        Duration.ofDays(7)))
                .hasMessageContaining("abandoned-after");
    }

    @Test
    void a_file_that_was_swept_nevertheless_is_never_acknowledged() {
        var suspended = new Steps(PHOTO, () -> {}) {
            @Override
            void step() {
                if (steps == 5) {
                    sweepAll();
                }
            }
        };
        assertThatThrownBy(() -> files(database).receive(CASE, suspended, PHOTO.length))
                .isInstanceOf(NotStoredException.class);
        assertThat(left()).isZero();
    }

    @Test
    void what_is_stored_is_read_back_before_an_event_vouches_for_it() {
        MongoDatabase rotten = InterruptedMongo.of(database, write -> {
            var chunk = database.getCollection("evidence.chunks").find().first();
            if (chunk != null) {
                byte[] bytes = chunk.get("data", Binary.class).getData().clone();
                bytes[9] ^= 1;
                database.getCollection("evidence.chunks")
                        .updateOne(
                                new Document("_id", chunk.get("_id")),
                                new Document("$set", new Document("data", bytes)));
            }
        });
        assertThatThrownBy(() -> take(rotten, CASE, new ByteArrayInputStream(PHOTO)))
                .isInstanceOf(NotStoredException.class);
        assertThat(named(CASE)).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void a_crash_at_any_step_leaves_what_an_event_names_and_nothing_else() throws IOException {
        int steps = steps();
        assertThat(steps).isGreaterThan(8);
        for (int crash = 1; crash <= steps; crash++) {
            empty();
            int at = crash;
            assertThatThrownBy(() -> take(
                            InterruptedMongo.of(database, write -> {
                                if (write >= at) {
                                    throw new Crash(); // after a crash no clean-up code runs either
                                }
                            }),
                            CASE,
                            new ByteArrayInputStream(PHOTO)))
                    .as("crash at write %s", crash)
                    .isInstanceOf(Crash.class);
            sweepAll();
            holds("crash at write " + crash);
        }
    }

    /** The process has crashed. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_crash_before_or_after_the_event_is_settled_by_the_log() throws IOException {
        for (boolean after : new boolean[] {false, true}) {
            empty();
            assertThatThrownBy(() -> service(database)
                            .take(CASE, incoming(new ByteArrayInputStream(PHOTO)), evidence -> {
                                if (after) {
                                    append(CASE, evidence);
                                }
                                throw new Crash();
                            }))
                    .isInstanceOf(Crash.class);
            sweepAll();
            assertThat(database.getCollection("evidence.files").countDocuments())
                    .as("until long after, a command of which nobody knows may still name it")
                    .isOne();
            now = NOON.plus(Duration.ofDays(8));
            sweepAll();
            holds("crash " + (after ? "after" : "before") + " the event");
        }
    }

    @Test
    void a_sweep_at_any_step_takes_nothing_that_an_event_names() throws IOException {
        interruptedEverywhere(this::sweepAll);
    }

    @Test
    void the_same_file_twice_at_once_is_there_for_both_events() throws IOException {
        interruptedEverywhere(() -> accepted(() -> take(database, CASE, new ByteArrayInputStream(PHOTO))));
    }

    @Test
    void the_same_file_twice_and_sweeps_in_between_are_there_for_both_events() throws IOException {
        interruptedEverywhere(() -> {
            sweepAll();
            accepted(() -> take(database, CASE, new ByteArrayInputStream(PHOTO)));
            sweepAll();
        });
    }

    @Test
    void a_refusal_at_any_step_of_another_upload_takes_only_its_own_copy() throws IOException {
        interruptedEverywhere(() -> assertThatThrownBy(() -> service(database)
                        .take(CASE, incoming(new ByteArrayInputStream(PHOTO)), _ -> {
                            throw new InvalidValueException("x", "is refused");
                        }))
                .isInstanceOf(InvalidValueException.class));
    }

    @Test
    void the_same_file_in_two_cases_is_two_files() throws IOException {
        var other = new ShipmentId("S2");
        take(database, CASE, new ByteArrayInputStream(PHOTO));
        take(database, other, new ByteArrayInputStream(PHOTO));
        var third = new ShipmentId("S3");
        files(database).receive(third, new ByteArrayInputStream(PHOTO), PHOTO.length);
        sweepAll();
        for (ShipmentId shipment : List.of(CASE, other)) {
            assertThat(stored(shipment)).isEqualTo(PHOTO);
        }
        assertThat(files(database).open(third, DIGEST)).isEmpty();
    }

    @Test
    void a_clock_that_is_days_ahead_sweeps_nothing_that_lives() throws IOException {
        now = NOON.plus(Duration.ofDays(30));
        interruptedEverywhere(() -> {
            sweep.settle();
            sweep.settle();
        });
    }

    @Test
    void one_copy_that_cannot_be_settled_keeps_no_other_waiting() throws IOException {
        database.getCollection("evidence.waiting")
                .insertOne(new Document("_id", "0")
                        .append("shipment", "S9")
                        .append("since", java.util.Date.from(NOON))
                        .append("state", "KEEPING")
                        .append("sha256", DIGEST.value())
                        .append("beats", 0L));
        append(new ShipmentId("S9"), new Evidence("a.jpg", "image/jpeg", 1, DIGEST));
        files(database).receive(CASE, new ByteArrayInputStream(PHOTO), PHOTO.length);
        sweepAll();
        assertThat(database.getCollection("evidence.files").countDocuments()).isZero();
        assertThat(database.getCollection("evidence.waiting").countDocuments()).isOne();
    }

    /** Runs the interruption at each step in turn, then checks the law. */
    private void interruptedEverywhere(Runnable other) throws IOException {
        int steps = steps();
        for (int step = 1; step <= steps; step++) {
            empty();
            int at = step;
            MongoDatabase interrupted = InterruptedMongo.of(database, write -> {
                if (write == at) {
                    other.run();
                }
            });
            accepted(() -> take(interrupted, CASE, new ByteArrayInputStream(PHOTO)));
            holds("interrupted at write " + step);
            sweepAll();
            holds("interrupted at write " + step + ", and swept");
        }
    }

    /** The number of writes in one upload. */
    private int steps() throws IOException {
        empty();
        var writes = new AtomicInteger();
        take(InterruptedMongo.of(database, writes::set), CASE, new ByteArrayInputStream(PHOTO));
        return writes.get();
    }

    private interface Upload {
        void take() throws IOException;
    }

    /** The upload is accepted, or refused with an error that the sender sees. */
    private static void accepted(Upload upload) {
        try {
            upload.take();
        } catch (NotStoredException | UploadTooSlowException refused) {
            assertThat(refused).hasMessageContaining("file");
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private void holds(String when) throws IOException {
        if (named(CASE).isEmpty()) {
            assertThat(files(database).open(CASE, DIGEST)).as(when).isEmpty();
        } else {
            assertThat(stored(CASE)).as(when).isEqualTo(PHOTO);
        }
        if (database.getCollection("evidence.waiting").countDocuments() == 0) {
            assertThat(orphans()).as(when).isZero();
        }
    }

    private void take(MongoDatabase in, ShipmentId shipment, InputStream bytes) throws IOException {
        service(in).take(shipment, incoming(bytes), evidence -> append(shipment, evidence));
    }

    private EvidenceService service(MongoDatabase in) {
        return new EvidenceService(files(in), PROPERTIES, nanos::get);
    }

    private EvidenceFiles files(MongoDatabase in) {
        return new MongoEvidenceFiles(in, Clock.fixed(NOON, ZoneOffset.UTC), nanos::get);
    }

    private static Incoming incoming(InputStream bytes) {
        return new Incoming("a.jpg", "image/jpeg", PHOTO.length, null, bytes);
    }

    private boolean append(ShipmentId shipment, Evidence evidence) {
        log.publish(new GenericDomainEventMessage<>(
                "Shipment",
                shipment.value(),
                named(shipment).size(),
                new EvidenceAttached(shipment, new EntryId("e" + events++), evidence, NOON)));
        return true;
    }

    private List<?> named(ShipmentId shipment) {
        return log.readEvents(shipment.value(), 0).asStream().toList();
    }

    private byte[] stored(ShipmentId shipment) throws IOException {
        try (var in = files(database).open(shipment, DIGEST).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    /** Sweeps often enough, and far enough apart, that everything that can be settled is. */
    private void sweepAll() {
        for (int round = 0; round < 4; round++) {
            sweep.settle();
            pass(Duration.ofMinutes(61));
        }
        sweep.settle();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long left() {
        return List.of("files", "chunks", "waiting").stream()
                .mapToLong(name -> database.getCollection("evidence." + name).countDocuments())
                .sum();
    }

    private long orphans() {
        var known = new ArrayList<Object>();
        database.getCollection("evidence.files").find().forEach(file -> known.add(file.get("_id")));
        return database.getCollection("evidence.chunks")
                .countDocuments(new Document("files_id", new Document("$nin", known)));
    }

    private static byte[] photo() {
        byte[] bytes = new byte[700_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, bytes, 0, 3);
        return bytes;
    }

    private static Sha256 digest(byte[] bytes) {
        var digest = Digests.start();
        digest.update(bytes);
        return Digests.end(digest);
    }

    private final class MovedClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    /** Bytes that arrive in pieces, with an action before each piece. */
    private static class Steps extends ByteArrayInputStream {
        private final Runnable before;
        int steps;

        Steps(byte[] bytes, Runnable before) {
            super(bytes);
            this.before = before;
        }

        void step() {
            before.run();
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            steps++;
            step();
            return super.read(into, offset, Math.min(length, 32_768));
        }
    }
}
