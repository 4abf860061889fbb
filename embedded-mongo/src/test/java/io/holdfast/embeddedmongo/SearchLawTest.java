package io.holdfast.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** With indexes and without, the same question has the same answer. */
class SearchLawTest {
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

    @Property(tries = 400)
    void an_index_changes_no_answer(
            @ForAll("collections") List<Document> documents,
            @ForAll("indexes") List<Document> indexes,
            @ForAll("filters") Document filter,
            @ForAll("sorts") Document sort) {
        MongoCollection<Document> plain = fill("plain", documents, List.of());
        MongoCollection<Document> indexed = fill("indexed", documents, indexes);
        Document complete = new Document(sort).append("_id", 1);
        assertThat(ids(indexed, filter, complete)).isEqualTo(ids(plain, filter, complete));
        assertThat(ids(indexed, filter, new Document())).containsExactlyInAnyOrderElementsOf(ids(plain, filter, sort));
        assertThat(indexed.countDocuments(filter))
                .isEqualTo(plain.find(filter).into(new ArrayList<>()).size());
        assertThat(indexed.find(filter).sort(complete).skip(1).limit(3).into(new ArrayList<>()))
                .isEqualTo(plain.find(filter).sort(complete).skip(1).limit(3).into(new ArrayList<>()));
    }

    @Example
    void bounds_of_two_types_let_nothing_through() {
        MongoCollection<Document> indexed = fill(
                "indexed",
                List.of(new Document("a", 2), new Document("a", "x")),
                List.of(new Document("key", new Document("a", 1)).append("sparse", false)));
        var filter = new Document("a", new Document("$gt", 1.5).append("$lt", "y"));
        assertThat(ids(indexed, filter, new Document())).isEmpty();
        assertThat(indexed.countDocuments(filter)).isZero();
    }

    @Property(tries = 200)
    void updates_and_deletes_keep_indexes_in_step(
            @ForAll("collections") List<Document> documents,
            @ForAll("indexes") List<Document> indexes,
            @ForAll("filters") Document changed,
            @ForAll("filters") Document deleted,
            @ForAll("values") Object value,
            @ForAll("filters") Document filter) {
        MongoCollection<Document> plain = fill("plain", documents, List.of());
        MongoCollection<Document> indexed = fill("indexed", documents, indexes);
        for (MongoCollection<Document> collection : List.of(plain, indexed)) {
            collection.updateMany(changed, new Document("$set", new Document("a", value)));
            collection.deleteMany(deleted);
        }
        assertThat(ids(indexed, filter, new Document()))
                .containsExactlyInAnyOrderElementsOf(ids(plain, filter, new Document()));
    }

    private static MongoCollection<Document> fill(String name, List<Document> documents, List<Document> indexes) {
        MongoCollection<Document> collection = client.getDatabase("laws").getCollection(name);
        collection.drop();
        indexes.forEach(index ->
                collection.createIndex((Bson) index.get("key"), new IndexOptions().sparse(index.getBoolean("sparse"))));
        for (int i = 0; i < documents.size(); i++) {
            collection.insertOne(new Document("_id", i)
                    .append("a", documents.get(i).get("a"))
                    .append("b", documents.get(i).get("b")));
            if (!documents.get(i).containsKey("c")) {
                continue;
            }
            collection.updateOne(
                    new Document("_id", i),
                    new Document("$set", new Document("c", documents.get(i).get("c"))));
        }
        return collection;
    }

    private static List<Object> ids(MongoCollection<Document> collection, Document filter, Document sort) {
        List<Object> ids = new ArrayList<>();
        collection.find(filter).sort(sort).forEach(found -> ids.add(found.get("_id")));
        return ids;
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 4).asGeneric(),
                Arbitraries.of(1.5, 2.0, -1.0).asGeneric(),
                Arbitraries.of(2L, 3L).asGeneric(),
                Arbitraries.of("", "x", "xy", "y").asGeneric(),
                Arbitraries.of(true, false).asGeneric());
    }

    /** Scalars; absent values and arrays are for one field only, as two arrays cannot be indexed together. */
    @Provide
    Arbitrary<Object> values() {
        return scalars();
    }

    @Provide
    Arbitrary<List<Document>> collections() {
        Arbitrary<Object> arrays = scalars().list().ofMaxSize(3).asGeneric();
        Arbitrary<Object> third = Arbitraries.oneOf(scalars(), arrays);
        Arbitrary<Document> documents = Combinators.combine(
                        scalars().injectNull(0.1),
                        scalars().injectNull(0.1),
                        third.injectNull(0.1),
                        Arbitraries.of(true, true, false))
                .as((a, b, c, present) -> {
                    Document document = new Document("a", a).append("b", b);
                    return present ? document.append("c", c) : document;
                });
        return documents.list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Document>> indexes() {
        Arbitrary<Document> keys = Arbitraries.of("a", "b", "c")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(fields -> Arbitraries.of(1, -1)
                        .list()
                        .ofSize(fields.size())
                        .map(directions -> {
                            Document key = new Document();
                            for (int i = 0; i < fields.size(); i++) {
                                key.append(fields.get(i), directions.get(i));
                            }
                            return key;
                        }));
        return Combinators.combine(keys, Arbitraries.of(false, false, true))
                .as((key, sparse) -> new Document("key", key).append("sparse", sparse))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .uniqueElements(index -> ((Document) index.get("key")).toJson());
    }

    @Provide
    Arbitrary<Document> filters() {
        Arbitrary<Object> single = Arbitraries.oneOf(
                scalars(),
                Arbitraries.just(new Document("$exists", false)).asGeneric(),
                Arbitraries.just(new Document("$regex", "^x")).asGeneric(),
                Combinators.combine(Arbitraries.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"), scalars())
                        .as((operator, value) -> (Object) new Document(operator, value)),
                Combinators.combine(Arbitraries.of("$gt", "$gte"), scalars(), Arbitraries.of("$lt", "$lte"), scalars())
                        .as((lower, from, upper, to) -> (Object) new Document(lower, from).append(upper, to)),
                scalars().list().ofMaxSize(3).map(values -> (Object) new Document("$in", values)));
        Arbitrary<Document> fields = Arbitraries.maps(Arbitraries.of("a", "b", "c"), single)
                .ofMaxSize(3)
                .map(conditions -> new Document(conditions));
        Arbitrary<Document> joined = Combinators.combine(
                        Arbitraries.of("$and", "$or"),
                        fields.filter(part -> !part.isEmpty())
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((join, parts) -> new Document(join, parts));
        Arbitrary<Document> both = Combinators.combine(fields, joined).as((part, join) -> {
            Document whole = new Document(part);
            whole.putAll(join);
            return whole;
        });
        return Arbitraries.oneOf(fields, joined, both);
    }

    @Provide
    Arbitrary<Document> sorts() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c").list().uniqueElements().ofMaxSize(2), Arbitraries.of(1, -1))
                .as((fields, direction) -> {
                    Document sort = new Document();
                    fields.forEach(field -> sort.append(field, direction));
                    return sort;
                });
    }
}
