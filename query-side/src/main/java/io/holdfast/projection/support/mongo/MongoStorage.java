package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.ProjectionStorage;
import io.holdfast.runtime.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Creates the storage of the projections in one database. */
final class MongoStorage {
    private MongoStorage() {}

    /**
     * The storage.
     *
     * @param mappings one for each collection of each projection
     * @param node the name of this process; must be unique
     * @param lease how long a node that does not respond keeps its segments
     */
    static ProjectionStorage of(
            MongoDatabase database,
            List<? extends DocumentMapping<?>> mappings,
            String node,
            Duration lease,
            InstantSource clock) {
        return new ProjectionStorage(
                new MongoReadModelStore(database, new Mappings(mappings)),
                new MongoTokens(database, node, lease, clock, Ticker.SYSTEM),
                new MongoProjectionRegister(database),
                new MongoParkedEvents(database));
    }
}
