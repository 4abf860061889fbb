package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactionTest {
    private static final int COUNT = 2_500;
    private static final int UPDATES_PER_ROUND = 200;

    /** A volume and not a time: how much a busy machine writes in a while says nothing about the file. */
    private static final int ROUNDS = 800;

    /** Shorter than in production, so that the test need not run for minutes. */
    private static final Duration RETENTION = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    private final Random random = new Random(7);

    @Test
    void a_long_run_of_updates_keeps_the_file_bounded_while_readers_go_on() throws Exception {
        Path file = directory.resolve("holdfast.mv.db");
        try (EmbeddedMongo server = EmbeddedMongo.onFile(file.toString(), RETENTION);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> cases = client.getDatabase("holdfast").getCollection("cases");
            cases.createIndex(Indexes.ascending("state"));
            cases.insertMany(
                    IntStream.range(0, COUNT).mapToObj(CompactionTest::document).toList());
            AtomicBoolean done = new AtomicBoolean();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread reader = Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, e) -> failure.set(e))
                    .start(() -> read(cases, done));
            long changed = update(cases);
            long busy = Files.size(file);
            done.set(true);
            reader.join();
            assertThat(failure.get()).isNull();
            // Each update rewrites a page of every tree it touches: without compaction the file is many times this.
            assertThat(busy).as("while %d MB were changed", changed / 1_000_000).isLessThan(changed);
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.size(file) < changed / 4);
        }
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            assertThat(client.getDatabase("holdfast").getCollection("cases").find())
                    .hasSize(COUNT);
        }
    }

    private static Document document(int i) {
        return new Document("_id", i).append("state", 0).append("payload", "x".repeat(1_000));
    }

    /** The run; returns the bytes of the documents that were changed. */
    private long update(MongoCollection<Document> cases) {
        for (int round = 0; round < ROUNDS; round++) {
            List<UpdateOneModel<Document>> updates = new ArrayList<>();
            for (int i = 0; i < UPDATES_PER_ROUND; i++) {
                updates.add(new UpdateOneModel<>(eq("_id", random.nextInt(COUNT)), Updates.inc("state", 1)));
            }
            cases.bulkWrite(updates);
        }
        return ROUNDS * UPDATES_PER_ROUND * 1_000L;
    }

    private static void read(MongoCollection<Document> cases, AtomicBoolean done) {
        while (!done.get()) {
            assertThat(cases.find().batchSize(100)).hasSize(COUNT);
            assertThat(cases.find().sort(new Document("state", 1)).batchSize(100))
                    .hasSize(COUNT);
        }
    }
}
