package io.holdfast.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.holdfast.embeddedmongo.FailingDisk.Fault;
import io.holdfast.embeddedmongo.storage.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingDiskTest {
    private static final int ACKNOWLEDGED = 100;
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoCollection<Document> cases;

    @BeforeEach
    void start() {
        String file = FailingDisk.name(directory.resolve("holdfast.mv.db").toString());
        server = EmbeddedMongo.onFile(file, Store.RETENTION);
        client = MongoClients.create(server.connectionString());
        cases = client.getDatabase("holdfast").getCollection("cases");
        for (int i = 0; i < ACKNOWLEDGED; i++) {
            cases.insertOne(new Document("_id", i));
        }
    }

    @AfterEach
    void stop() {
        FailingDisk.FAULT.set(Fault.NONE);
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "NO_SYNC"})
    void no_write_is_acknowledged_that_the_disk_did_not_take_and_none_is_lost_that_was(Fault fault) {
        FailingDisk.FAULT.set(fault);
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", -1))).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", -2))).isInstanceOf(MongoException.class);
        client.close();
        server.close();
        FailingDisk.FAULT.set(Fault.NONE);
        start(directory);
        assertThat(ids()).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED).doesNotContain(-2);
        assertThat(ids().stream().filter(id -> id >= 0)).hasSize(ACKNOWLEDGED);
    }

    private void start(Path onTheSame) {
        server = EmbeddedMongo.onFile(onTheSame);
        client = MongoClients.create(server.connectionString());
        cases = client.getDatabase("holdfast").getCollection("cases");
    }

    @Test
    void a_full_disk_refuses_writes_with_its_reason_before_they_begin_while_reading_goes_on() {
        FailingDisk.FAULT.set(Fault.FULL);
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", -1))).isInstanceOf(MongoException.class);
        await().atMost(LONG)
                .untilAsserted(() -> assertThatThrownBy(() -> cases.insertOne(new Document("_id", -2)))
                        .hasMessageContaining("No space left on device")
                        .isInstanceOfSatisfying(
                                MongoException.class,
                                e -> assertThat(e.getCode()).isEqualTo(OUT_OF_DISK_SPACE)));
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(cases.withReadConcern(ReadConcern.MAJORITY)
                                .find()
                                .into(new ArrayList<>()))
                        .hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED));
        assertThat(ids()).doesNotContain(-2);
    }

    @Test
    void it_writes_again_by_itself_when_there_is_space_again() {
        for (int round = 0; round < 2; round++) {
            int more = 1000 * (round + 1);
            FailingDisk.FAULT.set(Fault.FULL);
            assertThatThrownBy(() -> cases.insertOne(new Document("_id", -more)))
                    .isInstanceOf(MongoException.class);
            await().atMost(LONG).ignoreExceptions().until(() -> ids().size() >= ACKNOWLEDGED);
            FailingDisk.FAULT.set(Fault.NONE);
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() -> cases.insertOne(new Document("_id", more)).wasAcknowledged());
        }
        assertThat(ids()).contains(1000, 2000);
        assertThat(ids().stream().filter(id -> id >= 0 && id < ACKNOWLEDGED)).hasSize(ACKNOWLEDGED);
    }

    @Test
    void a_disk_that_did_not_confirm_a_write_is_not_trusted_before_the_file_is_opened_anew() {
        FailingDisk.FAULT.set(Fault.NO_SYNC);
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", -1))).isInstanceOf(MongoException.class);
        FailingDisk.FAULT.set(Fault.NONE);
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", -2)))
                .hasMessageContaining("Input/output error")
                .isInstanceOf(MongoException.class);
        assertThatThrownBy(
                        () -> cases.withReadConcern(ReadConcern.MAJORITY).find().first())
                .as("a majority read shows nothing that may not be on the disk")
                .isInstanceOf(MongoException.class);
    }

    private List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        cases.find().forEach(found -> ids.add(found.getInteger("_id")));
        return ids;
    }
}
