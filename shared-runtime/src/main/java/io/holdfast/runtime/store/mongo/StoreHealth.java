package io.holdfast.runtime.store.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of the database: down, with the reason, while it accepts no writes. Tests this with a write, at most once a
 * second, because nothing else reveals a full disk, a file that became read-only, or a primary that stepped down.
 */
final class StoreHealth implements HealthIndicator {
    static final String COLLECTION = "store_trial";

    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE_SECONDS = 3;

    private final MongoCollection<Document> trials;
    private @Nullable Health latest;
    private long latestAt;

    StoreHealth(MongoDatabase database) {
        this.trials = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized Health health() {
        Health known = latest;
        if (known == null || System.nanoTime() - latestAt > FRESH_NANOS) {
            Health now = tried();
            tell(known, now);
            latest = now;
            latestAt = System.nanoTime();
            known = now;
        }
        return known;
    }

    private Health tried() {
        try {
            trials.updateOne(eq("_id", "readiness"), Updates.inc("trials", 1L), new UpdateOptions().upsert(true));
            return Health.up().build();
        } catch (MongoException refused) {
            return Health.down()
                    .withDetail("reason", "the database takes no writes: " + refused.getMessage())
                    .build();
        }
    }

    private static void tell(@Nullable Health before, Health now) {
        boolean was = before == null || before.getStatus().equals(now.getStatus());
        if (!was && now.getDetails().isEmpty()) {
            LOG.info("ready again: the database takes writes");
        } else if (!was || before == null && !now.getDetails().isEmpty()) {
            LOG.error("not ready: {}", now.getDetails().get("reason"));
        }
    }
}
