package io.holdfast.command.automation;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The stored event log: a test can damage an event in it, or restore an older copy. */
final class StoredLog implements AutoCloseable {
    private final MongoClient client;
    private final MongoDatabase database;

    StoredLog(EmbeddedMongo server, String database) {
        client = MongoClients.create(server.connectionString());
        this.database = client.getDatabase(database);
    }

    private MongoCollection<Document> blocks() {
        return database.getCollection("events");
    }

    /** Deletes what earlier tests left. */
    void empty() {
        database.listCollectionNames()
                .into(new ArrayList<>())
                .forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    List<Document> copy() {
        return blocks().find().into(new ArrayList<>());
    }

    void restore(List<Document> copy) {
        blocks().deleteMany(new Document());
        blocks().insertMany(copy);
    }

    /** The position of the last event. */
    long head() {
        Document last = blocks().find().sort(new Document("_id", -1)).first();
        return last.getLong("_id") * 4096
                + last.getList("events", Document.class).size()
                - 1;
    }

    /** Replaces the first event of an aggregate with this name; returns the original. */
    Document spoil(String aggregate, String name) {
        Document block = blocks().find().into(new ArrayList<>()).stream()
                .filter(b -> event(b, aggregate, name) >= 0)
                .findFirst()
                .orElseThrow();
        int index = event(block, aggregate, name);
        Document event = block.getList("events", Document.class).get(index);
        set(block, index, new Document(event).append("payload", "{\"nonsense\":true}"));
        return new Document("block", block.get("_id")).append("index", index).append("event", event);
    }

    void mend(Document original) {
        Document block =
                blocks().find(new Document("_id", original.get("block"))).first();
        set(block, original.getInteger("index"), original.get("event", Document.class));
    }

    private void set(Document block, int index, Document event) {
        blocks().updateOne(
                        new Document("_id", block.get("_id")),
                        new Document("$set", new Document("events." + index, event)));
    }

    private static int event(Document block, String aggregate, String name) {
        List<Document> events = block.getList("events", Document.class);
        for (int i = 0; i < events.size(); i++) {
            if (aggregate.equals(events.get(i).getString("aggregate"))
                    && events.get(i).getString("name").contains(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        client.close();
    }
}
