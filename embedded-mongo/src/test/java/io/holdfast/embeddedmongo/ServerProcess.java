package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/**
 * A process of its own with a server and clients that write without end, and tell on their standard output what was
 * acknowledged: made to be killed.
 */
final class ServerProcess {
    static final int REFUSED = 7;
    static final int THREADS = 6;

    /** Short, so that space is used again while the process runs, and a kill can hit that too. */
    private static final Duration RETENTION = Duration.ofMillis(200);

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(Path directory, String run) throws IOException {
        return new ServerProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // a heap that is small for what is asked of it
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        directory.toString(),
                        run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    Process process() {
        return process;
    }

    BufferedReader output() {
        return process.inputReader();
    }

    public static void main(String[] arguments) {
        try {
            Path file = Path.of(arguments[0]).resolve("holdfast.mv.db");
            EmbeddedMongo server = EmbeddedMongo.onFile(file.toString(), RETENTION);
            switch (arguments[1]) {
                case "large" -> {
                    LargeStore.run(server);
                    server.close();
                }
                default -> write(server, arguments[1]);
            }
        } catch (StoreInUseException e) {
            System.exit(REFUSED);
        }
    }

    private static void write(EmbeddedMongo server, String run) {
        MongoClient client = MongoClients.create(server.connectionString());
        MongoCollection<Document> events = client.getDatabase("holdfast").getCollection("events");
        events.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        events.createIndex(Indexes.compoundIndex(Indexes.ascending("port"), Indexes.descending("n")));
        MongoCollection<Document> views = client.getDatabase("holdfast").getCollection("views");
        views.createIndex(Indexes.ascending("state"));
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            Thread.ofPlatform().start(() -> {
                for (int i = 0; ; i++) {
                    insert(events, run + "-" + number + "-" + i, i);
                    update(views, number, run, i);
                }
            });
        }
    }

    private static void insert(MongoCollection<Document> events, String id, int n) {
        List<String> keys = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            keys.add(UUID.nameUUIDFromBytes((id + key).getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "#" + key);
        }
        events.insertOne(new Document("_id", id)
                .append("keys", keys)
                .append("port", "P" + n % 5)
                .append("n", n)
                .append("payload", "x".repeat(500)));
        tell("inserted " + id);
    }

    /** Of every bulk all or nothing is expected: it is one command, answered once. */
    private static void update(MongoCollection<Document> views, int thread, String run, int n) {
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            writes.add(new UpdateOneModel<>(
                    eq("_id", thread + "/" + i),
                    combine(inc("count", 1), set("state", run + n)),
                    new UpdateOptions().upsert(true)));
        }
        views.bulkWrite(writes);
        tell("updated " + thread);
    }

    private static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
