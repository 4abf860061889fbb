package io.holdfast.embeddedmongo;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;

/** Looking for elements in the stored bytes finds what decoding everything finds. */
class ArrayFilterStageTest {
    private static EmbeddedMongo server;
    private static MongoClient client;

    @BeforeContainer
    static void start() {
        server = EmbeddedMongo.inMemory();
        client = MongoClients.create(server.connectionString());
    }

    @AfterContainer
    static void stop() {
        client.close();
        server.close();
    }

    /** The sides of the comparison swapped mean the same, and are not taken for an element filter. */
    @Property(tries = 300)
    void the_answer_is_that_of_the_general_stage(@ForAll("documents") List<Document> documents) {
        MongoCollection<Document> collection = client.getDatabase("laws").getCollection("filtered");
        collection.drop();
        collection.insertMany(documents);
        for (String text : List.of("x", "", "ü")) {
            var path = "$$event.of";
            var literal = new Document("$literal", text);
            assertThat(filtered(collection, List.of(path, literal)))
                    .isEqualTo(filtered(collection, List.of(literal, path)));
        }
    }

    /** The general stage fails here. */
    @Example
    void what_is_no_document_has_no_field() {
        MongoCollection<Document> collection = client.getDatabase("laws").getCollection("mixed");
        collection.drop();
        var event = new Document("of", "x");
        collection.insertOne(new Document("_id", 1).append("events", List.of(7, event, List.of("x"), "x")));
        assertThat(filtered(collection, List.of("$$event.of", new Document("$literal", "x"))))
                .containsExactly(new Document("_id", 1).append("events", List.of(event)));
    }

    @Example
    void a_reply_is_cut_where_it_would_grow_beyond_what_a_driver_takes() {
        MongoCollection<Document> collection = client.getDatabase("laws").getCollection("large");
        collection.drop();
        var event = new Document("of", "x").append("payload", "y".repeat(3_000_000));
        for (int i = 0; i < 20; i++) {
            collection.insertOne(new Document("_id", i).append("events", List.of(event)));
        }
        assertThat(filtered(collection, List.of("$$event.of", new Document("$literal", "x"))))
                .hasSize(20)
                .allSatisfy(block ->
                        assertThat(block.getList("events", Document.class)).containsExactly(event));
    }

    private static List<Document> filtered(MongoCollection<Document> collection, List<?> sides) {
        var filter = new Document("input", "$events").append("as", "event").append("cond", new Document("$eq", sides));
        Bson project = new Document("$project", new Document("events", new Document("$filter", filter)));
        return collection
                .aggregate(List.of(match(exists("_id")), project))
                .batchSize(100)
                .into(new ArrayList<>());
    }

    @Provide
    Arbitrary<List<Document>> documents() {
        Arbitrary<Document> events = Combinators.combine(
                        values().list().ofMaxSize(3), Arbitraries.of("x", "y", "", "ü", 1, "$"), values())
                .as((before, of, after) ->
                        new Document("before", before).append("of", of).append("after", after));
        Arbitrary<Object> arrays = events.list().ofMaxSize(5).asGeneric();
        return Combinators.combine(values(), arrays, values())
                .as((first, array, last) ->
                        new Document("first", first).append("events", array).append("last", last))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** One of every type that the server stores. */
    private static Arbitrary<Object> values() {
        return Arbitraries.of(
                1,
                2L,
                1.5,
                true,
                "x",
                "ü",
                new Date(7),
                new ObjectId("65f0c0ffee65f0c0ffee65f0"),
                new Binary(new byte[] {1, 0, 2}),
                new BsonTimestamp(7, 1),
                Pattern.compile("a+", Pattern.CASE_INSENSITIVE),
                Decimal128.parse("1.5"),
                new MinKey(),
                new MaxKey(),
                List.of("x", 1),
                List.of(),
                new Document("of", "x"),
                new Document());
    }
}
