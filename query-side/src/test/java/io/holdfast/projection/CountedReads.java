package io.holdfast.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.embeddedmongo.IndexStatistics;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The documents of one collection on an embedded server that counts what reading them costs. */
public final class CountedReads implements LiveGenerations, AutoCloseable {
    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.connectionString());

    public <T> CountedReads(Deliveries deliveries, DocumentMapping<T> mapping) {
        var documents = new ArrayList<Document>();
        deliveries.documents().get(mapping.collection().name()).forEach((id, value) -> {
            var document = new Document("_id", id);
            document.putAll(mapping.toDocument(mapping.collection().type().cast(value)));
            documents.add(document);
        });
        MongoCollection<Document> collection = collection(mapping.projection(), mapping.collection());
        collection.createIndexes(mapping.indexes());
        collection.insertMany(documents);
    }

    /** Runs the read and checks that an index served it; returns how many index entries and documents were examined. */
    public long examinedBy(Runnable read) {
        server.resetIndexStatistics();
        read.run();
        List<IndexStatistics> all = server.indexStatistics().values().stream()
                .filter(reads -> reads.indexed() + reads.fullScans() + reads.unfiltered() > 0)
                .toList();
        assertThat(all).singleElement().satisfies(reads -> {
            assertThat(reads.scannedShapes()).isEmpty();
            assertThat(reads.fullScans()).isZero();
            assertThat(reads.unfiltered()).isZero();
        });
        return all.getFirst().examined();
    }

    @Override
    public MongoCollection<Document> collection(String projection, CollectionName<?> collection) {
        return client.getDatabase("counted").getCollection(projection + "_" + collection.name());
    }

    @Override
    public long position(String projection) {
        return -1;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
