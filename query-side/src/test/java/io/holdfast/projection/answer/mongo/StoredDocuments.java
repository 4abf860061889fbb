package io.holdfast.projection.answer.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.embeddedmongo.IndexStatistics;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.Deliveries.Kept;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;

/** Stores the documents of deliveries on an embedded server of their own that counts how they are read. */
final class StoredDocuments implements LiveGenerations, AutoCloseable {
    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.connectionString());

    StoredDocuments(Deliveries deliveries, DocumentMapping<?>... mappings) {
        for (DocumentMapping<?> mapping : mappings) {
            write(deliveries.contents().getOrDefault(mapping.collection().name(), Map.of()), mapping);
        }
        server.resetIndexStatistics();
    }

    private void write(Map<String, Kept> kept, DocumentMapping<?> mapping) {
        MongoCollection<Document> collection = collection(mapping.projection(), mapping.collection());
        if (!mapping.indexes().isEmpty()) {
            collection.createIndexes(mapping.indexes());
        }
        var documents = new ArrayList<Document>();
        kept.forEach((id, k) -> documents.add(document(mapping, id, k)));
        if (!documents.isEmpty()) {
            collection.insertMany(documents);
        }
    }

    private static <T> Document document(DocumentMapping<T> mapping, String id, Kept kept) {
        var document = new Document("_id", id).append("seen", kept.seen()).append("version", kept.version());
        document.putAll(mapping.toDocument(mapping.collection().type().cast(kept.document())));
        return document;
    }

    /** How the documents of a collection were read since {@link #forget}. */
    IndexStatistics read(String projection, CollectionName<?> collection) {
        return server.indexStatistics()
                .get(collection(projection, collection).getNamespace().getFullName());
    }

    void forget() {
        server.resetIndexStatistics();
    }

    @Override
    public MongoCollection<Document> collection(String projection, CollectionName<?> collection) {
        return client.getDatabase("test").getCollection(projection + "_" + collection.name());
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
