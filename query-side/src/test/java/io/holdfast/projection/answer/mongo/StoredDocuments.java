package io.holdfast.projection.answer.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.Deliveries.Kept;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.ReadModels;
import java.util.List;
import org.bson.Document;

/** The documents of deliveries on an embedded server, with the indexes of their mappings. */
public final class StoredDocuments implements ReadModels, AutoCloseable {
    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.connectionString());
    private final List<DocumentMapping<?>> mappings;

    public StoredDocuments(DocumentMapping<?>... mappings) {
        this.mappings = List.of(mappings);
        for (DocumentMapping<?> mapping : mappings) {
            if (!mapping.indexes().isEmpty()) {
                collection(mapping.projection(), mapping.shelf()).createIndexes(mapping.indexes());
            }
        }
    }

    public void write(Deliveries deliveries) {
        var contents = deliveries.contents();
        for (DocumentMapping<?> mapping : mappings) {
            contents.getOrDefault(mapping.shelf().name(), java.util.Map.of())
                    .forEach((id, kept) -> collection(mapping.projection(), mapping.shelf())
                            .replaceOne(new Document("_id", id), document(mapping, id, kept), new ReplaceOptions().upsert(true)));
        }
    }

    private static <T> Document document(DocumentMapping<T> mapping, String id, Kept kept) {
        var document = new Document("_id", id).append("seen", kept.seen()).append("version", kept.version());
        document.putAll(mapping.toDocument(mapping.shelf().type().cast(kept.document())));
        return document;
    }

    public EmbeddedMongo server() {
        return server;
    }

    @Override
    public MongoCollection<Document> collection(String projection, ShelfName<?> shelf) {
        return client.getDatabase("test").getCollection(projection + "_" + shelf.name());
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
