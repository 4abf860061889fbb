package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final int KILLS = 6 * Integer.getInteger("holdfast.test.rounds", 1);

    @TempDir
    private Path directory;

    private final Set<String> inserted = new HashSet<>();
    private final Map<String, Integer> updated = new HashMap<>();

    @Test
    void a_killed_server_has_lost_nothing_it_acknowledged_and_torn_no_index() throws Exception {
        Random random = new Random(20261124);
        for (int kill = 0; kill < KILLS; kill++) {
            int before = inserted.size();
            runUntil(100 + random.nextInt(300), "run" + kill);
            assertThat(inserted.size()).isGreaterThan(before);
            verify();
        }
    }

    /** Kills the process after so many acknowledgements, and reads what it had told by then to the end. */
    private void runUntil(int acknowledgements, String run) throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.start(directory, run);
        try (BufferedReader output = server.output()) {
            for (int line = 0; line < acknowledgements; line++) {
                note(output.readLine());
            }
            // by its handle: killed as a process, its streams would be closed unread
            assertThat(server.process().toHandle().destroyForcibly()).isTrue();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                note(line);
            }
        }
        server.process().waitFor();
    }

    /** The last line may be cut. */
    private void note(String line) {
        assertThat(line).as("the server must not end by itself").isNotNull();
        String[] words = line.split(" ");
        if (words[0].equals("inserted") && words.length == 2 && words[1].split("-").length == 3) {
            inserted.add(words[1]);
        } else if (words[0].equals("updated") && words.length == 2) {
            updated.merge(words[1], 1, Integer::sum);
        }
    }

    private void verify() {
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoDatabase database = client.getDatabase("holdfast");
            verifyEvents(database.getCollection("events"));
            verifyViews(database.getCollection("views"));
            assertThat(server.indexStatistics().get("holdfast.events").fullScans())
                    .isZero();
        }
    }

    private void verifyEvents(MongoCollection<Document> events) {
        Map<String, Document> stored = new HashMap<>();
        events.find().forEach(event -> stored.put(event.getString("_id"), event));
        // a cut line names a shorter id, which then is one that was acknowledged before
        assertThat(stored.keySet()).containsAll(inserted);
        Map<String, Integer> byPort = new HashMap<>();
        for (Document event : stored.values()) {
            byPort.merge(event.getString("port"), 1, Integer::sum);
        }
        byPort.forEach((port, count) -> {
            assertThat(events.find(eq("port", port)).sort(new Document("n", -1)))
                    .hasSize(count);
            assertThat(events.countDocuments(eq("port", port))).isEqualTo(count.longValue());
        });
        long keys = stored.values().stream()
                .mapToLong(event -> event.getList("keys", String.class).size())
                .sum();
        assertThat(events.find(new Document("keys", new Document("$gte", ""))).projection(new Document("_id", 1)))
                .hasSize(stored.size());
        assertThat(keys).isEqualTo(stored.size() * 20L);
        stored.values().stream().limit(10).forEach(event -> verifyUnique(events, event));
    }

    private static void verifyUnique(MongoCollection<Document> events, Document event) {
        for (String key : event.getList("keys", String.class)) {
            assertThat(events.find(eq("keys", key)).first()).isEqualTo(event);
        }
        assertThatThrownBy(() -> events.insertOne(new Document("_id", "other")
                        .append(
                                "keys",
                                List.of(event.getList("keys", String.class).getLast()))))
                .isInstanceOf(MongoWriteException.class);
    }

    private void verifyViews(MongoCollection<Document> views) {
        Map<String, Integer> byState = new HashMap<>();
        for (Document view : views.find()) {
            String thread = view.getString("_id").split("/")[0];
            assertThat(view.getInteger("count")).isGreaterThanOrEqualTo(updated.getOrDefault(thread, 0));
            byState.merge(view.getString("state"), 1, Integer::sum);
        }
        byState.forEach(
                (state, count) -> assertThat(views.find(eq("state", state))).hasSize(count));
    }
}
