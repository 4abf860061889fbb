package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.holdfast.runtime.time.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;

/** Records which nodes share the work. Each signals that it is alive through a document of its own. */
final class NodeRegistry {
    private final MongoCollection<Document> nodes;
    private final String node;
    private final Duration lease;
    private final InstantSource clock;
    private final Leases leases;

    NodeRegistry(MongoDatabase database, String node, Duration lease, InstantSource clock, Leases leases) {
        this.nodes = database.getCollection(CollectionNames.NODES);
        this.node = node;
        this.lease = lease;
        this.clock = clock;
        this.leases = leases;
    }

    /** Signals that this node is alive and returns how many nodes are, including this one. */
    int beat() {
        Instant now = clock.instant();
        var seen =
                new Document("$set", new Document("seenAt", Date.from(now))).append("$inc", new Document("beats", 1L));
        nodes.updateOne(new Document("_id", node), seen, new UpdateOptions().upsert(true));
        nodes.deleteMany(Filters.lt("seenAt", Date.from(now.minus(lease.multipliedBy(10)))));
        int living = 0;
        for (Document other : nodes.find(Filters.gte("seenAt", Date.from(now.minus(lease))))) {
            living += isLiving(other) ? 1 : 0;
        }
        return living;
    }

    /** Whether a node is alive. A time in the future, written before a clock was set back, is no sign of life. */
    private boolean isLiving(Document other) {
        String name = other.getString("_id");
        return name.equals(node) || !leases.isOver("node " + name, String.valueOf(other.get("beats")));
    }

    void leave() {
        nodes.deleteOne(new Document("_id", node));
    }
}
