package io.holdfast.projection.support.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Asks with {@code ping} whether the database answers; the command that Spring Boot asks with is unknown to the embedded one. */
final class MongoPing implements HealthIndicator {
    private final MongoDatabase database;

    MongoPing(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        } catch (MongoException unreachable) {
            return Health.down(unreachable).build();
        }
    }
}
