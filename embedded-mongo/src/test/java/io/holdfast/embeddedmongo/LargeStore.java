package io.holdfast.embeddedmongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** More documents than fit into the heap of the process this runs in: blocks as the event log has them. */
final class LargeStore {
    private static final int BLOCKS = 600;
    private static final int BLOCK_BYTES = 500_000;
    private static final int KEYS = 128;

    private final MongoCollection<Document> blocks;

    LargeStore(MongoCollection<Document> blocks) {
        this.blocks = blocks;
    }

    static void run(EmbeddedMongo server) {
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            LargeStore store = new LargeStore(client.getDatabase("holdfast").getCollection("blocks"));
            store.fill();
            store.blocks.createIndex(Indexes.ascending("size"));
            store.count(Sorts.descending("rank"));
            store.count(Sorts.ascending("size"));
            store.blocks.updateMany(new Document(), Updates.inc("size", 1));
            store.blocks.deleteMany(new Document());
            require(store.blocks.countDocuments() == 0, "emptied");
        }
    }

    private void fill() {
        blocks.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        Random random = new Random(1);
        byte[] payload = new byte[BLOCK_BYTES];
        random.nextBytes(payload);
        for (long block = 0; block < BLOCKS; block++) {
            List<String> keys = new ArrayList<>();
            for (int key = 0; key < KEYS; key++) {
                keys.add(Long.toHexString(random.nextLong()) + "#" + key);
            }
            blocks.insertOne(new Document("_id", block)
                    .append("keys", keys)
                    .append("rank", random.nextInt())
                    .append("size", block % 7)
                    .append("payload", new Binary(payload)));
        }
    }

    private void count(Bson sort) {
        int count = 0;
        try (var cursor = blocks.find().sort(sort).batchSize(5).iterator()) {
            for (; cursor.hasNext(); count++) {
                cursor.next();
            }
        }
        require(count == BLOCKS, "read " + count);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }
}
