package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileTest {
    @TempDir
    private Path directory;

    private interface Use {
        void on(MongoCollection<Document> cases, EmbeddedMongo server);
    }

    private void open(Use use) {
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            use.on(client.getDatabase("holdfast").getCollection("cases"), server);
        }
    }

    private static List<Document> documents(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Document("_id", i).append("port", "P" + i % 3).append("tags", List.of("t" + i, "u" + i)))
                .toList();
    }

    @Test
    void documents_and_indexes_are_there_after_opening_again() {
        open((cases, _) -> {
            cases.createIndex(Indexes.ascending("port"));
            cases.createIndex(Indexes.ascending("tags"), new IndexOptions().unique(true));
            cases.insertMany(documents(1_000));
        });
        open((cases, server) -> {
            assertThat(cases.countDocuments()).isEqualTo(1_000);
            assertThat(cases.countDocuments(eq("port", "P1"))).isEqualTo(333);
            assertThat(cases.find(eq("tags", "u17")).first()).containsEntry("_id", 17);
            assertThatThrownBy(() -> cases.insertOne(new Document("_id", -1).append("tags", List.of("t5"))))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(cases.listIndexes()).hasSize(3);
            assertThat(server.indexStatistics().get("holdfast.cases").fullScans())
                    .isZero();
        });
    }

    @Test
    void a_renamed_collection_keeps_its_documents_and_indexes() {
        open((cases, _) -> {
            cases.createIndex(Indexes.ascending("port"));
            cases.insertMany(documents(10));
            cases.renameCollection(new MongoNamespace("holdfast", "rebuilt"));
        });
        open((cases, _) -> {
            assertThat(cases.countDocuments()).isZero();
            cases.insertOne(new Document("_id", 99));
            cases.drop();
        });
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            var database = client.getDatabase("holdfast");
            assertThat(database.listCollectionNames()).containsExactly("rebuilt");
            assertThat(database.getCollection("rebuilt").countDocuments(eq("port", "P0")))
                    .isEqualTo(4);
            assertThat(server.indexStatistics().get("holdfast.rebuilt").indexed())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_dropped_index_stays_dropped_and_others_of_its_name_stay() {
        open((cases, _) -> {
            cases.createIndex(Indexes.ascending("port"), new IndexOptions().name("byPort"));
        });
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            var other = client.getDatabase("holdfast").getCollection("other");
            other.createIndex(Indexes.ascending("port"), new IndexOptions().name("byPort"));
            client.getDatabase("holdfast").getCollection("cases").dropIndex("byPort");
        }
        open((cases, _) -> assertThat(cases.listIndexes()).hasSize(1));
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            assertThat(client.getDatabase("holdfast").getCollection("other").listIndexes())
                    .hasSize(2);
        }
    }

    @Test
    void a_second_server_on_the_file_is_refused_in_one_line() {
        open((cases, _) -> {
            assertThatExceptionOfType(StoreInUseException.class)
                    .isThrownBy(() -> EmbeddedMongo.onFile(directory))
                    .withMessageContaining("another process holds")
                    .withMessageNotContaining("\n");
            cases.insertOne(new Document("_id", 1));
        });
        open((cases, _) -> assertThat(cases.countDocuments()).isEqualTo(1));
    }

    @Test
    void a_second_process_on_the_file_is_refused_in_one_line() throws Exception {
        open((_, _) -> {
            try {
                Process second = ServerProcess.start(directory, "hold").process();
                assertThat(second.waitFor()).isEqualTo(ServerProcess.REFUSED);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_foreign_file_is_refused_in_one_line_and_left_alone() throws IOException {
        Path file = directory.resolve("holdfast.mv.db");
        byte[] foreign = "not a store at all\n".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, foreign);
        assertThatExceptionOfType(StoreInUseException.class)
                .isThrownBy(() -> EmbeddedMongo.onFile(directory))
                .withMessageContaining("damaged")
                .withMessageNotContaining("\n");
        assertThat(file).hasBinaryContent(foreign);
    }

    @Test
    void closing_finishes_what_is_being_answered() throws Exception {
        EmbeddedMongo server = EmbeddedMongo.onFile(directory);
        java.util.concurrent.atomic.AtomicInteger acknowledged = new java.util.concurrent.atomic.AtomicInteger();
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> cases = client.getDatabase("holdfast").getCollection("cases");
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; ; i++) {
                        cases.insertOne(new Document("_id", i));
                        acknowledged.incrementAndGet();
                    }
                } catch (com.mongodb.MongoException e) {
                    // the server is gone
                }
            });
            org.awaitility.Awaitility.await().until(() -> acknowledged.get() > 50);
            server.close();
            writer.join();
        }
        open((cases, _) -> assertThat(cases.countDocuments()).isGreaterThanOrEqualTo(acknowledged.get()));
    }
}
