package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;

/** Prints how fast the server is on this machine, on a file and in memory. To be run by hand. */
public final class EmbeddedBenchmark {
    private static final int COUNT = 100_000;
    private static final int SINGLES = 4_000;

    private final MongoClient client;
    private final MongoCollection<Document> cases;

    private EmbeddedBenchmark(MongoClient client) {
        this.client = client;
        this.cases = client.getDatabase("bench").getCollection("cases");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("embedded-benchmark");
        System.out.println("on a file");
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory)) {
            run(server);
            System.out.printf("  file %,d MB%n", Files.size(directory.resolve("holdfast.mv.db")) / 1_000_000);
        }
        System.out.println("in memory");
        try (EmbeddedMongo server = EmbeddedMongo.inMemory()) {
            run(server);
        }
    }

    private static void run(EmbeddedMongo server) throws InterruptedException {
        try (MongoClient client = MongoClients.create(server.connectionString() + "&maxPoolSize=100")) {
            EmbeddedBenchmark benchmark = new EmbeddedBenchmark(client);
            benchmark.insertMany();
            for (int threads : new int[] {1, 8, 64}) {
                benchmark.singles(threads);
            }
            benchmark.pages();
            benchmark.upserts();
            benchmark.blocks();
            benchmark.scan();
        }
    }

    private static Document document(Object id, int i) {
        return new Document("_id", id)
                .append("port", "P" + i % 10)
                .append("due", i)
                .append("payload", "x".repeat(300));
    }

    private void insertMany() {
        cases.createIndex(Indexes.compoundIndex(Indexes.ascending("port"), Indexes.ascending("due")));
        long start = System.nanoTime();
        for (int batch = 0; batch < COUNT; batch += 1_000) {
            cases.insertMany(IntStream.range(batch, batch + 1_000)
                    .mapToObj(i -> document(i, i))
                    .toList());
        }
        print("insertMany, 1,000 each, 1 index", COUNT, start, "documents");
    }

    private void singles(int threads) throws InterruptedException {
        MongoCollection<Document> singles = client.getDatabase("bench").getCollection("singles" + threads);
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            writers.add(Thread.ofVirtual().start(() -> {
                for (int i = next.getAndIncrement(); i < SINGLES; i = next.getAndIncrement()) {
                    singles.insertOne(document(i, i));
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        print("insertOne, " + threads + " threads", SINGLES, start, "documents");
    }

    private void pages() {
        int pages = 2_000;
        long start = System.nanoTime();
        for (int page = 0; page < pages; page++) {
            cases.find(and(eq("port", "P3"), gt("due", page * 40)))
                    .sort(new Document("due", 1).append("_id", 1))
                    .limit(50)
                    .into(new ArrayList<>());
        }
        print("keyset page of 50", pages, start, "pages");
    }

    private void upserts() {
        MongoCollection<Document> views = client.getDatabase("bench").getCollection("views");
        views.createIndex(Indexes.ascending("state"));
        int batches = 40;
        long start = System.nanoTime();
        for (int batch = 0; batch < batches; batch++) {
            int seed = batch;
            views.bulkWrite(IntStream.range(0, 1_000)
                    .mapToObj(i -> new UpdateOneModel<Document>(
                            eq("_id", (i * 37 + seed * 500) % 20_000),
                            Updates.combine(Updates.inc("n", 1), Updates.set("state", "S" + seed % 7)),
                            new UpdateOptions().upsert(true)))
                    .toList());
        }
        print("upserts, 1,000 each, 1 index", batches * 1_000, start, "upserts");
    }

    private void blocks() {
        MongoCollection<Document> blocks = client.getDatabase("bench").getCollection("blocks");
        blocks.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        int count = 300;
        long start = System.nanoTime();
        for (long block = 0; block < count; block++) {
            List<String> keys = IntStream.range(0, 128)
                    .mapToObj(_ -> UUID.randomUUID() + "#0")
                    .toList();
            blocks.insertOne(new Document("_id", block).append("keys", keys).append("payload", "x".repeat(60_000)));
        }
        print("blocks of 60 KB with 128 unique keys", count, start, "blocks");
    }

    private void scan() {
        long start = System.nanoTime();
        int count = 0;
        for (Document _ : cases.find().batchSize(1_000)) {
            count++;
        }
        print("read everything", count, start, "documents");
    }

    private static void print(String what, int count, long startNanos, String unit) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf(
                "  %-40s %,10.0f %s/s   %.3f ms each%n", what, count / seconds, unit, 1_000 * seconds / count);
    }
}
