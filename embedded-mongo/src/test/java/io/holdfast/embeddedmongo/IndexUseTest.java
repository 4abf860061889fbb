package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** At 100,000 documents a read visits about as many entries as it returns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexUseTest {
    private static final int COUNT = 100_000;
    private static final int PORTS = 10;

    /** A merge looks at the head of each stretch, a fetch begins with the next. */
    private static final int LOOKAHEAD = 16;

    private static EmbeddedMongo server;
    private static MongoClient client;
    private static MongoCollection<Document> cases;

    @BeforeAll
    static void fill() {
        server = EmbeddedMongo.inMemory();
        client = MongoClients.create(server.connectionString());
        cases = client.getDatabase("test").getCollection("cases");
        cases.createIndex(Indexes.compoundIndex(Indexes.ascending("port"), Indexes.ascending("due")));
        cases.createIndex(Indexes.descending("score"));
        cases.createIndex(Indexes.ascending("tags"));
        for (int batch = 0; batch < COUNT / 1_000; batch++) {
            int first = batch * 1_000;
            cases.insertMany(IntStream.range(first, first + 1_000)
                    .mapToObj(IndexUseTest::document)
                    .toList());
        }
    }

    private static Document document(int i) {
        return new Document("_id", i)
                .append("port", "P" + i % PORTS)
                .append("due", i / 50)
                .append("score", (i * 31) % COUNT)
                .append("tags", List.of("t" + i % 1_000, "u" + i % 100))
                .append("note", "n" + i);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void reset() {
        server.resetIndexStatistics();
    }

    private static IndexStatistics statistics() {
        return server.indexStatistics().get("test.cases");
    }

    private static void assertExamined(int atMost) {
        assertThat(statistics().fullScans()).as(statistics().toString()).isZero();
        assertThat(statistics().indexed()).isPositive();
        assertThat(statistics().examined()).isLessThanOrEqualTo(atMost);
    }

    private static List<Document> page(Bson filter, Bson sort, int limit) {
        return cases.find(filter).sort(sort).limit(limit).into(new ArrayList<>());
    }

    @Test
    void a_keyset_page_examines_about_its_limit() {
        List<Document> page = page(and(eq("port", "P3"), gt("due", 500)), ascending("due", "_id"), 50);
        assertThat(page).hasSize(50).isSortedAccordingTo((a, b) -> a.getInteger("_id") - b.getInteger("_id"));
        assertThat(page.getFirst()).containsEntry("due", 501);
        assertExamined(50 + LOOKAHEAD);
    }

    @Test
    void a_keyset_page_with_a_tie_breaker_examines_about_its_limit() {
        Bson after = or(gt("due", 500), and(eq("due", 500), gt("_id", 25_013)));
        List<Document> page = page(and(eq("port", "P3"), after), ascending("due", "_id"), 50);
        assertThat(page).hasSize(50);
        assertThat(page.getFirst()).containsEntry("_id", 25_023);
        assertThat(page).isSortedAccordingTo((a, b) -> a.getInteger("_id") - b.getInteger("_id"));
        assertExamined(50 + LOOKAHEAD);
    }

    @Test
    void pages_backwards_examine_about_their_limit() {
        List<Document> page = page(and(eq("port", "P3"), lt("due", 500)), descending("due", "_id"), 50);
        assertThat(page.getFirst()).containsEntry("_id", 24_993);
        assertExamined(50 + LOOKAHEAD);
    }

    @Test
    void several_ports_are_merged_in_order() {
        List<Document> page = page(and(in("port", "P1", "P4", "P7"), gte("due", 100)), ascending("due", "_id"), 30);
        assertThat(page).extracting(document -> document.getInteger("due")).isSorted();
        assertThat(page.getFirst()).containsEntry("due", 100);
        assertThat(page.getLast()).containsEntry("due", 101);
        assertExamined(30 + LOOKAHEAD);
    }

    @Test
    void a_whole_collection_pages_in_the_order_of_an_index() {
        assertThat(page(new Document(), descending("score"), 20).getFirst()).containsEntry("score", COUNT - 1);
        assertThat(page(new Document(), ascending("score"), 20).getFirst()).containsEntry("score", 0);
        assertThat(page(gt("_id", 70_000), ascending("_id"), 20).getFirst()).containsEntry("_id", 70_001);
        assertExamined(3 * (20 + LOOKAHEAD));
    }

    @Test
    void single_documents_are_found_by_any_index() {
        assertThat(cases.find(eq("_id", 77)).first()).containsEntry("_id", 77);
        assertThat(cases.find(in("_id", 5, 9, -3)).into(new ArrayList<>())).hasSize(2);
        assertThat(cases.find(eq("score", 31)).first()).containsEntry("_id", 1);
        assertThat(cases.find(and(eq("tags", "t7"), eq("port", "P7"))).into(new ArrayList<>()))
                .hasSize(100);
        assertExamined(1 + 3 + 1 + 100 + LOOKAHEAD);
    }

    @Test
    void the_smallest_of_several_indexes_is_chosen() {
        // 10,000 by port, 1,000 by tag
        assertThat(cases.find(and(eq("port", "P7"), eq("tags", "u17"))).into(new ArrayList<>()))
                .hasSize(1_000);
        assertExamined(1_000 + LOOKAHEAD);
    }

    @Test
    void counting_visits_nothing() {
        assertThat(cases.countDocuments(eq("port", "P3"))).isEqualTo(COUNT / PORTS);
        assertThat(cases.countDocuments(eq("port", "P3"), new CountOptions().limit(7)))
                .isEqualTo(7);
        assertThat(cases.countDocuments(eq("port", "P3"), new CountOptions().limit(COUNT)))
                .isEqualTo(COUNT / PORTS);
        assertThat(cases.countDocuments(and(eq("port", "P3"), gte("due", 1_000))))
                .isEqualTo(5_000);
        assertExamined(0);
    }

    @Test
    void writes_and_pipelines_find_by_index() {
        cases.updateMany(and(eq("port", "P3"), eq("due", 40)), Updates.set("seen", true));
        cases.aggregate(List.of(
                        Aggregates.match(and(eq("port", "P3"), lt("due", 10))),
                        Aggregates.sort(ascending("due")),
                        Aggregates.limit(20),
                        Aggregates.count()))
                .first();
        cases.findOneAndUpdate(eq("_id", 5), Updates.set("seen", true));
        cases.deleteOne(eq("_id", -1));
        assertExamined(5 + 20 + 1 + LOOKAHEAD);
    }

    @Test
    void a_scan_is_counted_and_its_shape_named() {
        assertThat(cases.find(eq("note", "n5")).into(new ArrayList<>())).hasSize(1);
        assertThat(statistics().fullScans()).isEqualTo(1);
        assertThat(statistics().examined()).isEqualTo(COUNT);
        assertThat(statistics().scannedShapes()).containsExactly("{note}");
    }
}
