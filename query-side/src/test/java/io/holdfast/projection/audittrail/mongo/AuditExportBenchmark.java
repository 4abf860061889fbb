package io.holdfast.projection.audittrail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.projection.QuerySideApplication;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.query.AuditEntry;
import io.holdfast.query.AuditEntry.Change;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Exports one million entries over HTTP and prints the heap meanwhile: {@code -Dholdfast.benchmark=true}. Server,
 * database (on a file) and client share that heap.
 */
@EnabledIfSystemProperty(named = "holdfast.benchmark", matches = "true")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditExportBenchmark {
    private static final int ENTRIES = Integer.getInteger("holdfast.benchmark.entries", 1_000_000);
    private static final int STEP = ENTRIES / 10;
    private static final int BATCH = 2_000;
    private static final long MARGIN_MEGABYTES = 32;

    @TempDir
    Path data;

    @Test
    void a_million_entries_are_exported_in_constant_memory() throws Exception {
        try (var mongo = EmbeddedMongo.onFile(data);
                var application = start(mongo)) {
            fill(application
                    .getBean(LiveGenerations.class)
                    .collection(AuditTrailProjection.NAME, AuditTrailProjection.ENTRIES));
            for (String format : List.of("application/x-ndjson", "text/csv")) {
                List<Long> heap = export(port(application), format);
                assertThat(heap.getLast()).isLessThan(heap.getFirst() + MARGIN_MEGABYTES);
            }
        }
    }

    private static ConfigurableApplicationContext start(EmbeddedMongo mongo) {
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .profiles("demo")
                .run("--server.port=0", "--spring.mongodb.uri=" + mongo.connectionString());
    }

    private static int port(ConfigurableApplicationContext application) {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    private static void fill(MongoCollection<Document> collection) {
        var mapping = new AuditEntryMapping();
        long began = System.nanoTime();
        for (int from = 0; from < ENTRIES; from += BATCH) {
            var batch = new ArrayList<Document>(BATCH);
            for (int i = from; i < Math.min(from + BATCH, ENTRIES); i++) {
                batch.add(new Document("_id", "%019d".formatted((long) i)).append("seen", (long) i));
                batch.getLast().putAll(mapping.toDocument(entry(i)));
            }
            collection.insertMany(batch, new InsertManyOptions().ordered(false));
        }
        System.out.printf("%,d entries written in %.0f s%n", ENTRIES, seconds(began));
    }

    /** The live heap in megabytes, ten times during the export. */
    private static List<Long> export(int port, String format) throws Exception {
        String basic = Base64.getEncoder().encodeToString("auditor:auditor".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/audit?order=oldest"))
                .header("Authorization", "Basic " + basic)
                .header("Accept", format)
                .build();
        var heap = new ArrayList<Long>();
        long bytes = 0;
        long rows = 0;
        long began = System.nanoTime();
        try (var http = HttpClient.newHttpClient();
                var in = new BufferedReader(new InputStreamReader(
                        http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                bytes += line.length() + 1;
                rows++;
                if (rows % STEP == 0) {
                    heap.add(liveMegabytes());
                }
            }
        }
        assertThat(rows).isEqualTo(format.equals("text/csv") ? ENTRIES + 1 : ENTRIES);
        System.out.printf(
                "%s: %,d entries, %,d MB in %.0f s; live heap at each tenth (MB): %s%n",
                format, ENTRIES, bytes >> 20, seconds(began), heap);
        return heap;
    }

    private static long liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static AuditEntry entry(int i) {
        return new AuditEntry(
                i,
                new ShipmentId("HF26-%06d".formatted(i / 5)),
                new PortCode("2704"),
                i % 5 + 1,
                "shipment.hold-placed",
                "1",
                Instant.ofEpochSecond(1_760_000_000L + i),
                "user-" + i % 40,
                List.of("INSPECTOR"),
                "2704",
                "10.0.0." + i % 200,
                "Undeclared precursor suspected",
                List.of(new Change("status", "TARGETED", "HELD")),
                null,
                Map.of("holdId", "h" + i, "type", "CONTRABAND_ENFORCEMENT", "location", "Pier 4"),
                Map.of(),
                "corr-" + i / 3,
                "cause-" + i,
                "event-" + i);
    }
}
