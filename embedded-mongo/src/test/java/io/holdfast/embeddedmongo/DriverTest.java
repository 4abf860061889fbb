package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the application asks of a MongoDB, through the driver it uses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriverTest {
    private static EmbeddedMongo server;
    private static MongoClient client;

    private MongoDatabase database;
    private MongoCollection<Document> cases;

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
    void anEmptyDatabase() {
        database = client.getDatabase("test-" + UUID.randomUUID());
        cases = database.getCollection("cases");
    }

    private static Document document(int id) {
        return new Document("_id", id)
                .append("port", id % 2 == 0 ? "LAX" : "JFK")
                .append("score", id);
    }

    private static List<Document> documents(int count) {
        return IntStream.range(0, count).mapToObj(DriverTest::document).toList();
    }

    private List<Integer> ids(Iterable<Document> found) {
        List<Integer> ids = new ArrayList<>();
        found.forEach(document -> ids.add(document.getInteger("_id")));
        return ids;
    }

    @Test
    void every_type_comes_back_as_it_went_in() {
        Document written = new Document("_id", new ObjectId())
                .append("amount", new Decimal128(new BigDecimal("12.3450")))
                .append("at", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("list", List.of(1, "two", new Document("three", 3L), List.of()))
                .append("nothing", null)
                .append("flag", true)
                .append("ratio", 0.25)
                .append("text", "Ünïcode \u0000 𝄞");
        cases.insertOne(written);
        assertThat(cases.find().first()).isEqualTo(written);
    }

    @Test
    void an_id_is_made_when_there_is_none() {
        Document written = new Document("a", 1);
        var result = cases.insertOne(written);
        assertThat(cases.find(eq("_id", result.getInsertedId())).first()).isEqualTo(written);
    }

    @Test
    void a_second_document_with_the_same_id_is_refused() {
        cases.insertOne(document(1));
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> cases.insertOne(document(1)))
                .satisfies(e -> assertThat(e.getError().getCode()).isEqualTo(11000));
    }

    @Test
    void an_ordered_insert_stops_at_the_first_refusal() {
        cases.insertOne(document(2));
        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> cases.insertMany(documents(5)))
                .satisfies(
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2))
                .satisfies(e -> assertThat(e.getWriteErrors()).singleElement().satisfies(error -> {
                    assertThat(error.getIndex()).isEqualTo(2);
                    assertThat(error.getCode()).isEqualTo(11000);
                }));
        assertThat(ids(cases.find())).containsExactly(0, 1, 2);
    }

    @Test
    void an_unordered_insert_goes_on_after_a_refusal() {
        cases.insertOne(document(2));
        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> cases.insertMany(documents(5), new InsertManyOptions().ordered(false)))
                .satisfies(
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(4));
        assertThat(ids(cases.find())).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void finds_filter_sort_skip_limit_and_project() {
        cases.insertMany(documents(50));
        assertThat(ids(cases.find(eq("port", "LAX"))
                        .sort(descending("score"))
                        .skip(2)
                        .limit(3)))
                .containsExactly(44, 42, 40);
        assertThat(cases.find(eq("_id", 7))
                        .projection(Projections.include("score"))
                        .first())
                .isEqualTo(new Document("_id", 7).append("score", 7));
        assertThat(cases.find(eq("_id", 7))
                        .projection(Projections.fields(Projections.excludeId(), Projections.exclude("score")))
                        .first())
                .isEqualTo(new Document("port", "JFK"));
    }

    @Test
    void finds_by_every_operator_used() {
        cases.insertMany(documents(10));
        cases.insertOne(new Document("_id", 10).append("tags", List.of("a", "b")));
        assertThat(ids(cases.find(and(gt("score", 2), lt("score", 5))))).containsExactly(3, 4);
        assertThat(ids(cases.find(in("_id", 9, 1, 77)))).containsExactly(1, 9);
        assertThat(ids(cases.find(or(eq("score", 1), eq("score", 8))))).containsExactly(1, 8);
        assertThat(ids(cases.find(exists("score", false)))).containsExactly(10);
        assertThat(ids(cases.find(eq("tags", "b")))).containsExactly(10);
        assertThat(ids(cases.find(regex("port", "^LA")))).containsExactly(0, 2, 4, 6, 8);
    }

    @Test
    void a_find_projects_by_expression() {
        cases.insertOne(new Document("_id", 1).append("lines", List.of(1, 5, 9)));
        Document filtered = new Document(
                "$filter",
                new Document("input", "$lines")
                        .append("as", "line")
                        .append("cond", new Document("$gt", List.of("$$line", 4))));
        assertThat(cases.find().projection(new Document("lines", filtered)).first())
                .isEqualTo(new Document("_id", 1).append("lines", List.of(5, 9)));
    }

    @Test
    void a_cursor_fetches_batch_after_batch() {
        cases.insertMany(documents(1_000));
        assertThat(ids(cases.find().batchSize(7)))
                .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        assertThat(ids(cases.find())).hasSize(1_000);
        assertThat(ids(cases.find().limit(200).batchSize(50))).hasSize(200);
    }

    @Test
    void an_open_cursor_does_not_see_what_is_written_meanwhile() {
        cases.insertMany(documents(300));
        try (var cursor = cases.find().batchSize(10).iterator()) {
            cursor.next();
            cases.deleteMany(new Document());
            cases.insertOne(document(1_000));
            int count = 1;
            for (; cursor.hasNext(); count++) {
                cursor.next();
            }
            assertThat(count).isEqualTo(300);
        }
    }

    @Test
    void batches_of_large_documents_keep_within_a_message() {
        String payload = "x".repeat(1_000_000);
        for (int i = 0; i < 60; i++) {
            cases.insertOne(new Document("_id", i).append("payload", payload));
        }
        assertThat(ids(cases.find())).hasSize(60);
    }

    @Test
    void updates_change_one_document() {
        cases.insertOne(new Document("_id", 1)
                .append("n", 1)
                .append("list", List.of("a"))
                .append("old", true));
        var result =
                cases.updateOne(eq("_id", 1), combine(set("x.y", "z"), inc("n", 4), push("list", "b"), unset("old")));
        assertThat(result.getModifiedCount()).isEqualTo(1);
        cases.updateOne(eq("_id", 1), addToSet("list", "a"));
        assertThat(cases.find().first())
                .isEqualTo(new Document("_id", 1)
                        .append("n", 5)
                        .append("list", List.of("a", "b"))
                        .append("x", new Document("y", "z")));
    }

    @Test
    void updates_change_many_documents() {
        cases.insertMany(documents(10));
        var result = cases.updateMany(eq("port", "JFK"), inc("score", 100));
        assertThat(result.getMatchedCount()).isEqualTo(5);
        assertThat(cases.countDocuments(gt("score", 99))).isEqualTo(5);
    }

    @Test
    void updates_insert_when_asked_to() {
        var result = cases.updateOne(
                eq("_id", 5), combine(inc("n", 1), setOnInsert("first", true)), new UpdateOptions().upsert(true));
        assertThat(result.getUpsertedId().asInt32().getValue()).isEqualTo(5);
        assertThat(cases.replaceOne(eq("_id", 6), new Document("a", 1), new ReplaceOptions().upsert(true))
                        .getUpsertedId())
                .isNotNull();
        assertThat(cases.find().sort(ascending("_id")))
                .containsExactly(
                        new Document("_id", 5).append("n", 1).append("first", true),
                        new Document("_id", 6).append("a", 1));
    }

    @Test
    void array_filters_choose_elements() {
        cases.insertOne(
                new Document("_id", 1).append("exams", List.of(new Document("id", "a"), new Document("id", "b"))));
        cases.updateOne(
                eq("_id", 1),
                set("exams.$[exam].done", true),
                new UpdateOptions().arrayFilters(List.of(eq("exam.id", "b"))));
        assertThat(cases.find().first().getList("exams", Document.class))
                .containsExactly(new Document("id", "a"), new Document("id", "b").append("done", true));
    }

    @Test
    void finds_and_changes_in_one_step() {
        cases.insertMany(documents(3));
        var after = new FindOneAndUpdateOptions().sort(descending("score")).returnDocument(ReturnDocument.AFTER);
        assertThat(cases.findOneAndUpdate(new Document(), inc("score", 10), after))
                .isEqualTo(document(2).append("score", 12));
        assertThat(cases.findOneAndReplace(
                        eq("_id", 9),
                        new Document("n", 1),
                        new FindOneAndReplaceOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .isEqualTo(new Document("_id", 9).append("n", 1));
        assertThat(cases.findOneAndDelete(eq("_id", 0))).isEqualTo(document(0));
        assertThat(cases.findOneAndDelete(eq("_id", 0))).isNull();
        assertThat(ids(cases.find())).containsExactly(1, 2, 9);
    }

    @Test
    void deletes_one_or_many() {
        cases.insertMany(documents(10));
        assertThat(cases.deleteOne(eq("port", "LAX")).getDeletedCount()).isEqualTo(1);
        assertThat(cases.deleteMany(eq("port", "LAX")).getDeletedCount()).isEqualTo(4);
        assertThat(cases.deleteMany(eq("port", "nowhere")).getDeletedCount()).isZero();
        assertThat(cases.estimatedDocumentCount()).isEqualTo(5);
    }

    @Test
    void a_mixed_bulk_does_everything() {
        cases.insertMany(documents(4));
        List<WriteModel<Document>> writes = List.of(
                new InsertOneModel<>(document(10)),
                new UpdateOneModel<>(eq("_id", 1), inc("score", 5)),
                new UpdateOneModel<>(eq("_id", 11), set("score", 0), new UpdateOptions().upsert(true)),
                new ReplaceOneModel<>(eq("_id", 12), new Document("a", 1), new ReplaceOptions().upsert(true)),
                new DeleteManyModel<>(in("_id", 2, 3)));
        for (boolean ordered : List.of(true, false)) {
            if (!ordered) {
                cases.deleteOne(eq("_id", 10));
            }
            var result = cases.bulkWrite(writes, new BulkWriteOptions().ordered(ordered));
            assertThat(result.getInsertedCount()).isEqualTo(1);
            assertThat(result.getUpserts()).hasSize(ordered ? 2 : 0);
        }
        assertThat(ids(cases.find())).containsExactly(0, 1, 10, 11, 12);
        assertThat(cases.find(eq("_id", 1)).first().getInteger("score")).isEqualTo(11);
    }

    @Test
    void an_ordered_bulk_of_updates_stops_at_the_first_refusal() {
        cases.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        cases.insertOne(new Document("_id", 0).append("key", "taken"));
        List<UpdateOneModel<Document>> writes = IntStream.range(1, 4)
                .mapToObj(i -> new UpdateOneModel<Document>(
                        eq("_id", i), set("key", i == 2 ? "taken" : "free" + i), new UpdateOptions().upsert(true)))
                .toList();
        assertThatThrownBy(() -> cases.bulkWrite(writes)).isInstanceOf(MongoBulkWriteException.class);
        assertThat(ids(cases.find())).containsExactly(0, 1);
        assertThatThrownBy(() -> cases.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(ids(cases.find())).containsExactly(0, 1, 3);
    }

    @Test
    void counts_and_distinct_values() {
        cases.insertMany(documents(9));
        cases.createIndex(Indexes.ascending("port"));
        assertThat(cases.countDocuments()).isEqualTo(9);
        assertThat(cases.countDocuments(eq("port", "LAX"))).isEqualTo(5);
        assertThat(cases.countDocuments(and(eq("port", "LAX"), gt("score", 3)))).isEqualTo(3);
        assertThat(cases.distinct("port", String.class)).containsExactlyInAnyOrder("LAX", "JFK");
    }

    @Test
    void aggregates() {
        cases.insertMany(documents(10));
        var sums = cases.aggregate(List.of(
                Aggregates.match(gt("score", 1)),
                Aggregates.group("$port", Accumulators.sum("sum", "$score")),
                Aggregates.sort(ascending("_id"))));
        assertThat(sums)
                .containsExactly(
                        new Document("_id", "JFK").append("sum", 24), new Document("_id", "LAX").append("sum", 20));
        assertThat(ids(cases.aggregate(List.of(
                        Aggregates.match(eq("port", "LAX")),
                        Aggregates.sort(descending("score")),
                        Aggregates.skip(1),
                        Aggregates.limit(2)))))
                .containsExactly(6, 4);
    }

    @Test
    void a_unique_index_holds_across_the_elements_of_arrays() {
        cases.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        cases.insertOne(new Document("_id", 1).append("keys", List.of("a#0", "a#1")));
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", 2).append("keys", List.of("b#0", "a#1"))))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("a#1");
        cases.insertOne(new Document("_id", 3).append("keys", List.of("b#0")));
        assertThat(ids(cases.find(eq("keys", "a#1")))).containsExactly(1);
        assertThat(ids(cases.find(in("keys", "a#0", "a#1", "b#0")))).containsExactly(1, 3);
    }

    @Test
    void a_unique_index_is_not_made_over_duplicates() {
        cases.insertMany(documents(4));
        assertThatThrownBy(() -> cases.createIndex(Indexes.ascending("port"), new IndexOptions().unique(true)))
                .isInstanceOfAny(DuplicateKeyException.class, MongoCommandException.class);
        cases.createIndex(Indexes.ascending("port"));
        assertThat(cases.listIndexes())
                .extracting(index -> index.getString("name"))
                .containsExactly("_id_", "port_1");
        assertThat(cases.countDocuments(eq("port", "LAX"))).isEqualTo(2);
    }

    @Test
    void a_sparse_unique_index_lets_documents_be_without() {
        cases.createIndex(
                Indexes.ascending("ref"), new IndexOptions().unique(true).sparse(true));
        cases.insertOne(new Document("_id", 1));
        cases.insertOne(new Document("_id", 2));
        cases.insertOne(new Document("_id", 3).append("ref", "x"));
        assertThatThrownBy(() -> cases.insertOne(new Document("_id", 4).append("ref", "x")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(ids(cases.find(exists("ref", false)))).containsExactly(1, 2);
        assertThat(ids(cases.find().sort(ascending("ref")))).containsExactly(1, 2, 3);
    }

    @Test
    void an_index_may_be_asked_for_again_but_not_with_other_options() {
        cases.insertMany(documents(4));
        cases.createIndex(Indexes.compoundIndex(Indexes.ascending("port"), Indexes.descending("score")));
        cases.createIndex(Indexes.compoundIndex(Indexes.ascending("port"), Indexes.descending("score")));
        assertThat(ids(cases.find(eq("port", "LAX")).sort(descending("score")))).containsExactly(2, 0);
        assertThatThrownBy(() -> cases.createIndex(
                        Indexes.compoundIndex(Indexes.ascending("port"), Indexes.descending("score")),
                        new IndexOptions().unique(true)))
                .isInstanceOf(MongoCommandException.class);
        cases.dropIndexes();
        assertThat(cases.listIndexes()).hasSize(1);
    }

    @Test
    void a_ttl_index_is_accepted_and_a_partial_one_refused() {
        cases.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS));
        assertThatThrownBy(() -> cases.createIndex(
                        Indexes.ascending("x"), new IndexOptions().partialFilterExpression(exists("x"))))
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void collections_are_listed_renamed_and_dropped() {
        cases.createIndex(Indexes.ascending("port"));
        cases.insertMany(documents(3));
        database.getCollection("other").insertOne(document(1));
        cases.renameCollection(new MongoNamespace(database.getName(), "files"));
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("files", "other");
        MongoCollection<Document> files = database.getCollection("files");
        assertThat(files.countDocuments(eq("port", "LAX"))).isEqualTo(2);
        assertThat(files.listIndexes()).hasSize(2);
        cases.insertOne(document(77));
        assertThat(ids(cases.find())).containsExactly(77);
        files.drop();
        assertThat(files.countDocuments()).isZero();
        database.drop();
        assertThat(database.listCollectionNames()).isEmpty();
    }

    @Test
    void a_rename_takes_the_place_of_a_collection() {
        cases.insertMany(documents(3));
        database.getCollection("live").insertOne(document(1));
        cases.renameCollection(
                new MongoNamespace(database.getName(), "live"),
                new com.mongodb.client.model.RenameCollectionOptions().dropTarget(true));
        assertThat(ids(database.getCollection("live").find())).containsExactly(0, 1, 2);
    }

    @Test
    void a_refused_update_leaves_document_and_indexes_alone() {
        cases.createIndex(Indexes.ascending("a"));
        cases.createIndex(Indexes.ascending("b"), new IndexOptions().unique(true));
        cases.insertOne(new Document("_id", 1).append("a", 1).append("b", 1));
        cases.insertOne(new Document("_id", 2).append("a", 2).append("b", 2));
        assertThatThrownBy(() -> cases.updateOne(eq("_id", 2), combine(set("a", 3), set("b", 1))))
                .isInstanceOf(MongoWriteException.class);
        assertThat(ids(cases.find(eq("a", 3)))).isEmpty();
        assertThat(ids(cases.find(eq("a", 2)))).containsExactly(2);
        assertThat(ids(cases.find(eq("b", 2)))).containsExactly(2);
    }

    @Test
    void many_threads_write_and_read_at_once() throws Exception {
        cases.createIndex(Indexes.ascending("worker"));
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int worker = 0; worker < 16; worker++) {
            int number = worker;
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, e) -> failures.add(e))
                    .start(() -> {
                        for (int i = 0; i < 50; i++) {
                            cases.insertOne(new Document("_id", number * 1_000 + i)
                                    .append("worker", number)
                                    .append("n", 0));
                            cases.updateMany(eq("worker", number), inc("n", 1));
                            assertThat(cases.countDocuments(eq("worker", number)))
                                    .isEqualTo(i + 1);
                            cases.updateOne(eq("_id", "shared"), inc("n", 1), new UpdateOptions().upsert(true));
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(cases.countDocuments()).isEqualTo(801);
        assertThat(cases.find(eq("_id", "shared")).first().getInteger("n")).isEqualTo(800);
    }
}
