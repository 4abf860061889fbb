package io.holdfast.eventstore.block;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Capabilities of the connected server; queried once at start.
 *
 * @param filtersArrays it has bounded scans of array indexes, returns a document once however many elements match,
 *     and knows {@code $literal}
 * @param router it is a mongos, so collections may be sharded
 */
public record ServerCapabilities(boolean filtersArrays, boolean router) {

    /** MongoDB 5.0; embedded servers speak older versions. */
    private static final int WIRE_VERSION_OF_5_0 = 13;

    public static ServerCapabilities ask(MongoDatabase database) {
        try {
            return of(database.runCommand(new Document("isMaster", 1)));
        } catch (MongoCommandException _) {
            return of(database.runCommand(new Document("hello", 1))); // the stable API refuses isMaster
        }
    }

    public static ServerCapabilities of(Document isMaster) {
        int wireVersion = isMaster.get("maxWireVersion", Number.class).intValue();
        return new ServerCapabilities(wireVersion >= WIRE_VERSION_OF_5_0, "isdbgrid".equals(isMaster.getString("msg")));
    }

    /**
     * Refuses a sharded log: its unique indexes would hold within each shard only.
     *
     * @throws IllegalStateException when the collection is sharded
     */
    public void refuseSharded(MongoClient client, String database, String collection) {
        if (router) {
            String namespace = database + "." + collection;
            Document entry = client.getDatabase("config")
                    .getCollection("collections")
                    .find(new Document("_id", namespace))
                    .first();
            refuseSharded(namespace, entry);
        }
    }

    /**
     * @param entry the collection's entry in config.collections; an unsharded collection that the cluster tracks is
     *     "unsplittable"
     */
    public static void refuseSharded(String namespace, @Nullable Document entry) {
        boolean sharded = entry != null
                && entry.containsKey("key")
                && !entry.getBoolean("dropped", false)
                && !entry.getBoolean("unsplittable", false);
        if (sharded) {
            throw new IllegalStateException("The event log " + namespace
                    + " is sharded; its unique indexes would not hold. Keep it on one replica set.");
        }
    }
}
